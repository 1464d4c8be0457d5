package org.polypath.control.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import org.polypath.control.text.JsonString;

/** Writes one JSON object, two blanks a level. Members that have no value are left out. */
final class Json {
  private final StringBuilder out;
  private final int depth;
  private boolean first = true;

  /** Begins a document. */
  Json() {
    this(new StringBuilder(), 1);
  }

  private Json(StringBuilder out, int depth) {
    this.out = out;
    this.depth = depth;
    out.append('{');
  }

  /** A text. */
  Json text(String name, String value) {
    member(name).append(JsonString.of(value));
    return this;
  }

  /** A text that may be unknown. */
  Json text(String name, Optional<String> value) {
    value.ifPresent(text -> text(name, text));
    return this;
  }

  /** A number. */
  Json number(String name, long value) {
    member(name).append(value);
    return this;
  }

  /** A number that may be unknown. */
  Json number(String name, OptionalInt value) {
    value.ifPresent(number -> number(name, number));
    return this;
  }

  /** Yes or no. */
  Json flag(String name, boolean value) {
    member(name).append(value);
    return this;
  }

  /** A list of texts. */
  Json texts(String name, List<String> values) {
    member(name)
        .append('[')
        .append(String.join(", ", values.stream().map(JsonString::of).toList()))
        .append(']');
    return this;
  }

  /** An object. */
  <T> Json object(String name, T value, BiConsumer<Json, T> members) {
    member(name);
    Json inner = new Json(out, depth + 1);
    members.accept(inner, value);
    inner.close();
    return this;
  }

  /** A list of objects. */
  <T> Json objects(String name, List<T> values, BiConsumer<Json, T> members) {
    member(name).append('[');
    String separator = "";
    for (T value : values) {
      out.append(separator);
      Json inner = new Json(out, depth + 1);
      members.accept(inner, value);
      inner.close();
      separator = ", ";
    }
    out.append(']');
    return this;
  }

  /** The whole document, with a line's end. */
  String end() {
    close();
    return out.append('\n').toString();
  }

  private void close() {
    out.append('\n').append("  ".repeat(depth - 1)).append('}');
  }

  private StringBuilder member(String name) {
    out.append(first ? "\n" : ",\n").append("  ".repeat(depth));
    first = false;
    return out.append(JsonString.of(name)).append(": ");
  }
}
