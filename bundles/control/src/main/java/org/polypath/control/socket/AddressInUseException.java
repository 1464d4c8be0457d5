package org.polypath.control.socket;

import java.io.IOException;

/** Somebody else listens on an address that is to be ours. */
final class AddressInUseException extends IOException {
  private static final long serialVersionUID = 1L;

  AddressInUseException(String address) {
    super(
        "address in use: "
            + address
            + ": another multipathd answers there; stop it first (multipathd shutdown)");
  }
}
