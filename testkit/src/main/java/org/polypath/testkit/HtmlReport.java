package org.polypath.testkit;

import java.util.Locale;
import org.polypath.testkit.Report.Result;

/** A report for a browser: one page that needs nothing else. */
final class HtmlReport {
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>Examination of %1$s</title>
      <style>
      body { font-family: sans-serif; max-width: 70em; margin: 2em auto; padding: 0 1em }
      table { border-collapse: collapse }
      th, td { text-align: left; vertical-align: top; padding: .4em .8em; border-bottom: 1px solid #ccc }
      td small { color: #555 }
      .passed { color: #060 } .failed { color: #a00; font-weight: bold } .skipped { color: #666 }
      </style>
      </head>
      <body>
      <h1>Examination of %1$s</h1>
      <p>On %2$s: %3$s.</p>
      <table>
      <thead><tr><th scope="col">exercise</th><th scope="col">verdict</th><th scope="col">seconds</th>\
      <th scope="col">what was seen</th></tr></thead>
      <tbody>
      %4$s</tbody>
      </table>
      </body>
      </html>
      """;

  private HtmlReport() {}

  static String of(Report report) {
    StringBuilder rows = new StringBuilder();
    report.results().forEach(result -> rows.append(row(result)));
    return PAGE.formatted(
        Markup.text(report.bundle()),
        Markup.text(report.array()),
        TextReport.summary(report),
        rows);
  }

  private static String row(Result result) {
    String verdict = result.verdict().name().toLowerCase(Locale.ROOT);
    return String.format(
        Locale.ROOT,
        "<tr><th scope=\"row\">%s</th><td class=\"%s\">%s</td><td>%.1f</td>"
            + "<td>%s<br><small>%s</small></td></tr>%n",
        Markup.text(result.name()),
        verdict,
        verdict,
        result.time().toMillis() / 1000.0,
        Markup.text(result.text()),
        Markup.text(result.demand()));
  }
}
