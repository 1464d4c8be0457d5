package org.polypath.config.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polypath.config.model.Assigned;
import org.polypath.config.property.Property;
import org.polypath.config.property.PropertyTable;
import org.polypath.config.property.Reading;
import org.polypath.config.property.Section;
import org.polypath.config.syntax.Line;
import org.polypath.config.syntax.LineReader;
import org.polypath.config.syntax.Place;
import org.polypath.config.syntax.Word;

/** Parses one file into sections. Used once. */
final class BodyParser {
  private final Iterator<Line> lines;
  private final Place end;
  private final Findings findings;

  BodyParser(String file, String text, Findings findings) {
    this.lines = LineReader.read(file, text).iterator();
    String content = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    this.end = new Place(file, 1 + (int) content.chars().filter(c -> c == '\n').count());
    this.findings = findings;
  }

  Body parse() {
    return body(Section.FILE, new Place(end.file(), 0));
  }

  private Body body(Section section, Place place) {
    List<Assigned<?>> values = new ArrayList<>();
    List<Body> children = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    while (lines.hasNext()) {
      Line line = lines.next();
      if (line.keyword().closesSection()) {
        extraData(line, 1);
        if (section != Section.FILE) {
          return new Body(section, place, values, children);
        }
        findings.warn(line.place(), "unmatched '}'", "line ignored");
      } else {
        statement(section, line, seen, values, children);
      }
    }
    if (section != Section.FILE) {
      findings.warn(
          end,
          "missing '}' at end of file",
          "section " + section.keyword() + " ends with the file");
    }
    return new Body(section, place, values, children);
  }

  private void statement(
      Section section, Line line, Set<String> seen, List<Assigned<?>> values, List<Body> children) {
    Word word = line.keyword();
    Optional<Section> child = section.child(word.text()).filter(found -> !word.quoted());
    Optional<Property<?>> property =
        PropertyTable.find(section, word.text()).filter(found -> !word.quoted());
    if (child.isPresent() && (property.isEmpty() || opens(line))) {
      sectionOpened(line);
      children.add(body(child.get(), line.place()));
    } else if (property.isPresent()) {
      value(property.get(), line, seen).ifPresent(values::add);
    } else {
      unknown(section, line);
    }
  }

  private static boolean opens(Line line) {
    return line.words().size() > 1 && line.words().get(1).opensSection();
  }

  private void sectionOpened(Line line) {
    if (line.words().size() == 1) {
      findings.warn(line.place(), "missing '{'", "the section begins all the same");
    } else if (!opens(line)) {
      findings.warn(
          line.place(),
          "expecting '{'. found '" + line.words().get(1).text() + "'",
          "the section begins all the same");
    } else {
      extraData(line, 2);
    }
  }

  private <T> Optional<Assigned<?>> value(Property<T> property, Line line, Set<String> seen) {
    String keyword = line.keyword().text();
    if (line.unterminated()) {
      findings.warn(line.place(), "missing closing quotes", "the text ends with the line");
    }
    if (line.words().size() == 1) {
      findings.warn(
          line.place(),
          "missing value for option '" + keyword + "'",
          "line ignored: " + property.type().wanted());
      return Optional.empty();
    }
    extraData(line, 2);
    Reading<T> reading = property.read(line.words().get(1).text());
    reading.complaint().ifPresent(complaint -> findings.add(line.place(), complaint));
    if (!property.isIn(Section.BLACKLIST) && !seen.add(property.keyword())) {
      findings.warn(line.place(), "duplicate keyword: " + keyword, "the later line holds");
    }
    return reading
        .value()
        .filter(value -> fits(property, value, line))
        .map(value -> new Assigned<>(property, value, line.place()));
  }

  /** Whether a value, printed in a nested section, is a line that can be read back. */
  private <T> boolean fits(Property<T> property, T value, Line line) {
    String printed = "\t\t" + property.keyword() + " " + property.type().write(value);
    boolean fits = LineReader.fits(printed);
    if (!fits) {
      findings.warn(line.place(), "value for " + property.keyword() + " too long", "line ignored");
    }
    return fits;
  }

  private void extraData(Line line, int words) {
    if (line.words().size() > words) {
      findings.warn(
          line.place(),
          "ignoring extra data starting with '" + line.words().get(words).text() + "'",
          "the rest of the line is ignored");
    }
  }

  private void unknown(Section section, Line line) {
    Word word = line.keyword();
    String where = section == Section.FILE ? "" : " in the " + section.keyword() + " section";
    String hint = Suggestion.of(section, word.text());
    boolean block = line.words().get(line.words().size() - 1).opensSection();
    findings.warn(
        line.place(),
        "invalid keyword" + where + ": " + word.text(),
        (block && !word.opensSection() ? "section ignored" : "line ignored") + hint);
    if (block && !word.opensSection()) {
      skipBlock();
    }
  }

  /** Passes over a section that nobody knows, so that its end is not taken for that of ours. */
  private void skipBlock() {
    int depth = 1;
    while (depth > 0 && lines.hasNext()) {
      Line line = lines.next();
      if (line.keyword().closesSection()) {
        depth--;
      } else if (line.words().get(line.words().size() - 1).opensSection()) {
        depth++;
      }
    }
    if (depth > 0) {
      findings.warn(end, "missing '}' at end of file", "the ignored section ends with the file");
    }
  }
}
