package org.polypath.control.report;

/**
 * Something that is not as it should be.
 *
 * @param severity how bad
 * @param subject the map, path, plug-in or file
 * @param text what is wrong
 * @param advice what to do
 */
record Trouble(Severity severity, String subject, String text, String advice) {
  /** How bad it is. The order is that in which it is shown. */
  enum Severity {
    /** I/O fails or waits now. */
    CRITICAL,
    /** Redundancy is lost, or soon may be. */
    WARNING,
    /** Worth knowing. */
    NOTE
  }
}
