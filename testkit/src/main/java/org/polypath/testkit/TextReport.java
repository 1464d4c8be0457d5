package org.polypath.testkit;

import java.util.Locale;
import org.polypath.testkit.Report.Result;
import org.polypath.testkit.Report.Verdict;

/** A report for a terminal. */
final class TextReport {
  private TextReport() {}

  static String of(Report report) {
    StringBuilder text = new StringBuilder();
    text.append("Examination of ").append(report.bundle());
    text.append(" on ").append(report.array()).append("\n\n");
    for (Result result : report.results()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-7s %-20s %6.1f s  %s%n",
              result.verdict().name().toLowerCase(Locale.ROOT),
              result.name(),
              result.time().toMillis() / 1000.0,
              result.text()));
      if (result.verdict() == Verdict.FAILED) {
        text.append("        demanded: ").append(result.demand()).append('\n');
      }
    }
    return text.append('\n').append(summary(report)).append('\n').toString();
  }

  static String summary(Report report) {
    return report.count(Verdict.PASSED) + " of " + report.results().size() + " exercises passed";
  }
}
