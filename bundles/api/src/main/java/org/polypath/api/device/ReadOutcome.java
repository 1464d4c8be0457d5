package org.polypath.api.device;

/** What came of a direct read. */
public sealed interface ReadOutcome {
  /**
   * Data came.
   *
   * @param data what was read; shorter than asked for at the device's end
   */
  record Completed(Bytes data) implements ReadOutcome {}

  /**
   * No data came.
   *
   * @param failure why
   * @param text what was tried, on what, and what the system said
   */
  record Failed(DeviceFailure failure, String text) implements ReadOutcome {}
}
