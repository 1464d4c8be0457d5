package org.polypath.daemon.plugin;

/** A plug-in took more in one call than a call may take, or what it did not declare. */
final class OverspentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OverspentException(String what) {
    super(what, null, false, false);
  }
}
