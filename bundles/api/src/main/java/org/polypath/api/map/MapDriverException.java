package org.polypath.api.map;

/**
 * There is no usable device-mapper: no kernel module, no library, no permission. The message says
 * what to do.
 */
public final class MapDriverException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a message that says what was tried and what to do. */
  public MapDriverException(String message) {
    super(message);
  }

  /** With the cause too. */
  public MapDriverException(String message, Throwable cause) {
    super(message, cause);
  }
}
