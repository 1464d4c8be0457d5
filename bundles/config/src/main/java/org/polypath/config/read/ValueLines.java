package org.polypath.config.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.polypath.api.settings.Finding.Severity;
import org.polypath.config.model.Assigned;
import org.polypath.config.property.OldWords;
import org.polypath.config.property.OldWords.Renewed;
import org.polypath.config.property.Property;
import org.polypath.config.property.PropertyTable;
import org.polypath.config.property.Reading;
import org.polypath.config.property.Section;
import org.polypath.config.syntax.Line;
import org.polypath.config.syntax.LineReader;

/** Reads the lines of one section that set a value. Used by one thread. */
final class ValueLines {
  private final Section section;
  private final Set<String> policies;
  private final Findings findings;
  private final Set<String> seen = new HashSet<>();
  private final List<Assigned<?>> all = new ArrayList<>();

  ValueLines(Section section, Set<String> policies, Findings findings) {
    this.section = section;
    this.policies = policies;
    this.findings = findings;
  }

  /** The values read so far. */
  List<Assigned<?>> all() {
    return all;
  }

  /** Whether a line's first word is a keyword of this section, of today or of old. */
  boolean knows(Line line) {
    String keyword = line.keyword().text();
    return !line.keyword().quoted()
        && (PropertyTable.find(section, keyword).isPresent() || !renewed(line).isEmpty());
  }

  private List<Renewed> renewed(Line line) {
    String value = line.words().size() > 1 ? line.words().get(1).text() : "";
    return OldWords.renew(section, line.keyword().text(), value);
  }

  /** Reads a line that {@link #knows} knows. */
  void read(Line line) {
    List<Renewed> renewed = renewed(line);
    String keyword = line.keyword().text();
    if (line.unterminated()) {
      findings.warn(line.place(), "missing closing quotes", "the text ends with the line");
    }
    if (line.words().size() == 1) {
      String today = renewed.isEmpty() ? keyword : renewed.get(0).keyword();
      findings.warn(
          line.place(),
          "missing value for option '" + keyword + "'",
          "line ignored: " + property(today).type().wanted());
      return;
    }
    findings.extraData(line, 2);
    if (renewed.isEmpty()) {
      value(property(keyword), line, line.words().get(1).text());
    }
    renewed.forEach(today -> value(today, line));
  }

  private Property<?> property(String keyword) {
    return PropertyTable.find(section, keyword).orElseThrow();
  }

  private void value(Renewed today, Line line) {
    findings.add(
        Severity.NOTE,
        line.place(),
        "old keyword " + line.keyword().text(),
        "read as " + today.text());
    value(property(today.keyword()), line, today.value());
  }

  private <T> void value(Property<T> property, Line line, String text) {
    Reading<T> reading = property.read(text, policies);
    reading.complaint().ifPresent(complaint -> findings.add(line.place(), complaint));
    boolean list = property.isIn(Section.BLACKLIST);
    if (!list && !seen.add(property.keyword())) {
      findings.warn(
          line.place(), "duplicate keyword: " + line.keyword().text(), "the later line holds");
    }
    reading
        .value()
        .filter(value -> fits(property, value, line))
        .ifPresent(value -> all.add(new Assigned<>(property, value, line.place())));
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
}
