package org.polypath.api.discovery;

/**
 * Paths cannot be discovered on this host: no udev, no sysfs, no permission. The message says what
 * to do.
 */
public final class DiscoveryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a message that says what was tried and what to do. */
  public DiscoveryException(String message) {
    super(message);
  }

  /** With the cause too. */
  public DiscoveryException(String message, Throwable cause) {
    super(message, cause);
  }
}
