package org.polypath.lab;

/** The guest's kernel could not be started, or ended while it was needed. */
public final class GuestLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GuestLostException(String doing, String console) {
    super("the guest ended while: %s%nend of its console:%n%s".formatted(doing, console));
  }

  GuestLostException(String doing, Throwable cause) {
    super("cannot: " + doing, cause);
  }
}
