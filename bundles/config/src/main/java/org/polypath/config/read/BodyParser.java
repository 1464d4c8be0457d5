package org.polypath.config.read;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polypath.config.property.Section;
import org.polypath.config.syntax.Line;
import org.polypath.config.syntax.LineReader;
import org.polypath.config.syntax.Place;
import org.polypath.config.syntax.Word;

/** Parses one file into sections. Used once. */
final class BodyParser {
  private final Iterator<Line> lines;
  private final Place end;
  private final Set<String> policies;
  private final Findings findings;

  BodyParser(String file, String text, Set<String> policies, Findings findings) {
    this.lines = LineReader.read(file, text).iterator();
    String content = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    this.end = new Place(file, 1 + (int) content.chars().filter(c -> c == '\n').count());
    this.policies = policies;
    this.findings = findings;
  }

  Body parse() {
    return body(Section.FILE, new Place(end.file(), 0));
  }

  private Body body(Section section, Place place) {
    ValueLines values = new ValueLines(section, policies, findings);
    List<Body> children = new ArrayList<>();
    while (lines.hasNext()) {
      Line line = lines.next();
      if (line.keyword().closesSection()) {
        findings.extraData(line, 1);
        if (section != Section.FILE) {
          return new Body(section, place, values.all(), children);
        }
        findings.warn(line.place(), "unmatched '}'", "line ignored");
      } else {
        statement(section, line, values, children);
      }
    }
    if (section != Section.FILE) {
      findings.warn(
          end,
          "missing '}' at end of file",
          "section " + section.keyword() + " ends with the file");
    }
    return new Body(section, place, values.all(), children);
  }

  private void statement(Section section, Line line, ValueLines values, List<Body> children) {
    Word word = line.keyword();
    Optional<Section> child = section.child(word.text()).filter(found -> !word.quoted());
    if (child.isPresent() && (opens(line) || !values.knows(line))) {
      sectionOpened(line);
      children.add(body(child.get(), line.place()));
    } else if (values.knows(line)) {
      values.read(line);
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
      findings.extraData(line, 2);
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
