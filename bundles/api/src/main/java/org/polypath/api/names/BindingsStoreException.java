package org.polypath.api.names;

/**
 * A store cannot tell or keep names. The message says what was tried on what, and why it failed.
 */
public final class BindingsStoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a message. */
  public BindingsStoreException(String message) {
    super(message);
  }

  /** With the cause too. */
  public BindingsStoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
