package org.polypath.control.command;

import org.polypath.control.report.Reports;

/** What {@code polypath} asks of a running daemon; everybody may. */
final class ReportCommand {
  private ReportCommand() {}

  static ControlCommand of(Reports reports) {
    return ControlCommand.show(
        ControlCommand.Effort.GREAT,
        (topology, line) -> {
          String request = line.parameter(Keyword.POLYPATH);
          return reports
              .answer(topology, request)
              .orElseGet(() -> ControlCommand.failed("nothing known of: " + request));
        },
        Keyword.POLYPATH);
  }
}
