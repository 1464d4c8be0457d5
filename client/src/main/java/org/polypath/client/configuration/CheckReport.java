package org.polypath.client.configuration;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.polypath.api.settings.Finding;
import org.polypath.config.ReadOutcome;

/**
 * What a check found.
 *
 * @param file what was checked
 * @param usable whether it can be used as it is
 * @param outcome what came of reading it
 */
record CheckReport(String file, boolean usable, ReadOutcome outcome) {
  /** For people: a line for each finding, as compilers write them, and one that sums up. */
  String text() {
    List<Finding> findings = outcome.findings();
    String lines =
        findings.stream().map(finding -> line(finding) + "\n").collect(Collectors.joining());
    String count =
        switch (findings.size()) {
          case 0 -> "nothing found wrong";
          case 1 -> "1 finding";
          default -> findings.size() + " findings";
        };
    // a file that cannot even be read has no line to point at
    String refusal =
        findings.isEmpty() ? outcome.fold(accepted -> "", refused -> refused.message() + "\n") : "";
    String verdict = usable ? "" : "; the file cannot be used as it is";
    return lines + (refusal.isEmpty() ? file + ": " + count + verdict + "\n" : refusal);
  }

  /** For programs. */
  String json() {
    String findings =
        outcome.findings().stream().map(CheckReport::object).collect(Collectors.joining(",\n"));
    String message = outcome.fold(accepted -> "", refused -> refused.message());
    return "{\n  \"file\": "
        + quoted(file)
        + ",\n  \"usable\": "
        + usable
        + ",\n  \"message\": "
        + quoted(message)
        + ",\n  \"findings\": ["
        + (findings.isEmpty() ? "" : "\n" + findings + "\n  ")
        + "]\n}\n";
  }

  private static String line(Finding finding) {
    String place = finding.line() > 0 ? finding.file() + ":" + finding.line() : finding.file();
    String instead = finding.instead().isEmpty() ? "" : "; " + finding.instead();
    return place + ": " + severity(finding) + ": " + finding.text() + instead;
  }

  private static String object(Finding finding) {
    return "    {\"severity\": "
        + quoted(severity(finding))
        + ", \"file\": "
        + quoted(finding.file())
        + ", \"line\": "
        + finding.line()
        + ", \"text\": "
        + quoted(finding.text())
        + ", \"instead\": "
        + quoted(finding.instead())
        + "}";
  }

  private static String severity(Finding finding) {
    return finding.severity().name().toLowerCase(Locale.ROOT);
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
