package org.polypath.client.configuration;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.polypath.api.settings.Finding;
import org.polypath.api.settings.Finding.Severity;

/**
 * What a check found.
 *
 * @param file what was checked
 * @param refusal why it is not used at all; empty if it is
 * @param findings what is wrong
 * @param bundles how many plug-ins with hardware entries were read with it
 */
record CheckReport(String file, String refusal, List<Finding> findings, int bundles) {
  CheckReport {
    findings = List.copyOf(findings);
  }

  /** Whether it can be used as it is. */
  boolean usable() {
    return refusal.isEmpty()
        && findings.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
  }

  /** For people: a line for each finding, as compilers write them, and one that sums up. */
  String text() {
    String lines =
        findings.stream().map(finding -> line(finding) + "\n").collect(Collectors.joining());
    String count =
        switch (findings.size()) {
          case 0 -> "nothing found wrong";
          case 1 -> "1 finding";
          default -> findings.size() + " findings";
        };
    // a file that cannot even be read has no line to point at
    if (findings.isEmpty() && !refusal.isEmpty()) {
      return refusal + "\n";
    }
    String verdict = usable() ? "" : "; the file cannot be used as it is";
    return lines + file + ": " + count + verdict + hardware() + "\n";
  }

  private String hardware() {
    return switch (bundles) {
      case 0 -> "";
      case 1 -> " (read with the hardware entries of 1 plug-in)";
      default -> " (read with the hardware entries of " + bundles + " plug-ins)";
    };
  }

  /** For programs. */
  String json() {
    String objects = findings.stream().map(CheckReport::object).collect(Collectors.joining(",\n"));
    return "{\n  \"file\": "
        + quoted(file)
        + ",\n  \"usable\": "
        + usable()
        + ",\n  \"message\": "
        + quoted(refusal)
        + ",\n  \"hardware_plugins\": "
        + bundles
        + ",\n  \"findings\": ["
        + (objects.isEmpty() ? "" : "\n" + objects + "\n  ")
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
