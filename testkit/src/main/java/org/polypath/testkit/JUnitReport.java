package org.polypath.testkit;

import java.time.Duration;
import java.util.Locale;
import org.polypath.testkit.Report.Result;
import org.polypath.testkit.Report.Verdict;

/** A report for build servers, in the format of JUnit's XML. */
final class JUnitReport {
  private JUnitReport() {}

  static String of(Report report) {
    StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    text.append(
        String.format(
            Locale.ROOT,
            "<testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"%d\" time=\"%.3f\">%n",
            Markup.text("examination of " + report.bundle()),
            report.results().size(),
            report.count(Verdict.FAILED),
            report.count(Verdict.SKIPPED),
            seconds(
                report.results().stream()
                    .map(Result::time)
                    .reduce(Duration.ZERO, Duration::plus))));
    report.results().forEach(result -> text.append(testCase(result)));
    return text.append("</testsuite>\n").toString();
  }

  private static String testCase(Result result) {
    String content =
        switch (result.verdict()) {
          case PASSED -> "<system-out>" + Markup.text(result.text()) + "</system-out>";
          case FAILED ->
              "<failure message=\""
                  + Markup.text(result.text())
                  + "\">"
                  + Markup.text(result.demand())
                  + "</failure>";
          case SKIPPED -> "<skipped message=\"" + Markup.text(result.text()) + "\"/>";
        };
    return String.format(
        Locale.ROOT,
        "  <testcase classname=\"examination\" name=\"%s\" time=\"%.3f\">%s</testcase>%n",
        Markup.text(result.name()),
        seconds(result.time()),
        content);
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
