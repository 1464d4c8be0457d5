package org.polypath.client;

import java.io.IOException;

/** No daemon listens where it should. */
final class NoDaemonException extends IOException {
  private static final long serialVersionUID = 1L;

  NoDaemonException(String addresses) {
    super("no daemon answers on " + addresses + ": start it (multipathd)");
  }
}
