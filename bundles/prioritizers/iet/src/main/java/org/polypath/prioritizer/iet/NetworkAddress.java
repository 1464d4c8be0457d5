package org.polypath.prioritizer.iet;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.polypath.api.device.Bytes;

/**
 * An IP address, version 4 or 6.
 *
 * @param bytes its 4 or 16 bytes
 */
record NetworkAddress(Bytes bytes) {
  /** What never makes the library ask a name server: four numbers, or something with a colon. */
  private static final Pattern LITERAL =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F.:]*");

  /** Reads an address in numbers; empty if the text is anything else. */
  static Optional<NetworkAddress> parse(String text) {
    if (!LITERAL.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new NetworkAddress(Bytes.of(InetAddress.getByName(text).getAddress())));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** How many bits it has. */
  int bits() {
    return bytes.length() * 8;
  }

  /** Whether the first bits are those of another address. */
  boolean isIn(NetworkAddress network, int prefixLength) {
    if (bits() != network.bits()) {
      return false;
    }
    for (int bit = 0; bit < prefixLength; bit++) {
      if (bit(bit) != network.bit(bit)) {
        return false;
      }
    }
    return true;
  }

  private int bit(int index) {
    return (bytes.u8(index / 8) >> (7 - index % 8)) & 1;
  }

  /** The address in numbers. */
  @Override
  public String toString() {
    try {
      return InetAddress.getByAddress(bytes.toArray()).getHostAddress();
    } catch (UnknownHostException e) {
      return bytes.hex();
    }
  }
}
