package org.polypath.control.text;

/**
 * Writes JSON in multipath-tools' layout: three blanks a level, a blank before the colon of a
 * field, objects of an array joined by {@code },{}. Unlike there, strings are escaped.
 */
final class JsonText {
  private static final String INDENT = "   ";

  private final StringBuilder out = new StringBuilder();
  private int depth;
  private boolean first = true;

  /** Opens the outermost object. */
  JsonText begin() {
    out.append('{');
    return deeper();
  }

  /** Opens an object as a member. */
  JsonText beginObject(String name) {
    line().append('"').append(name).append("\":{");
    return deeper();
  }

  /** Opens an array of objects as a member; follow with {@link #nextObject} for each. */
  JsonText beginArray(String name) {
    line().append('"').append(name).append("\": [");
    first = true;
    return this;
  }

  /** Opens the array's next object. */
  JsonText nextObject() {
    out.append(first ? "{" : ",{");
    return deeper();
  }

  /** Closes an object of an array. */
  JsonText endObject() {
    depth--;
    newLine().append('}');
    first = false;
    return this;
  }

  /** Closes an array. */
  JsonText endArray() {
    out.append(']');
    first = false;
    return this;
  }

  /** A member of the outermost object; multipath-tools writes these without the blank. */
  JsonText version(String name, int value) {
    line().append('"').append(name).append("\": ").append(value);
    return this;
  }

  /** A member whose value is a number as it stands. */
  JsonText number(String name, String value) {
    line().append('"').append(name).append("\" : ").append(value);
    return this;
  }

  /** A member whose value is text. */
  JsonText text(String name, String value) {
    line().append('"').append(name).append("\" : ").append(JsonString.of(value));
    return this;
  }

  /** Closes the outermost object; the document is complete. */
  String end() {
    endObject();
    return out.append('\n').toString();
  }

  private JsonText deeper() {
    depth++;
    first = true;
    return this;
  }

  private StringBuilder line() {
    if (!first) {
      out.append(',');
    }
    first = false;
    return newLine();
  }

  private StringBuilder newLine() {
    return out.append('\n').append(INDENT.repeat(depth));
  }
}
