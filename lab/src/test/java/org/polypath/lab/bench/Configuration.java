package org.polypath.lab.bench;

import org.polypath.lab.Guest;

/** The guest's {@code /etc/multipath.conf} and what lies beside it. */
public final class Configuration {
  private static final String FILE = "/etc/multipath.conf";

  private Configuration() {}

  /** Writes the file; afterwards it is gone, together with the bindings. */
  public static void write(Guest guest, String text) {
    guest.afterwards("rm -rf /etc/multipath.conf /etc/multipath");
    guest.write(FILE, text);
  }

  /** Forgets the names and WWIDs that were given and seen so far. */
  public static void forgetBindings(Guest guest) {
    guest.run("rm -rf /etc/multipath");
  }

  /** Puts something in the file's place that cannot be read, even by root: a directory. */
  public static void makeUnreadable(Guest guest) {
    guest.run("rm -f %1$s; mkdir %1$s".formatted(FILE));
  }
}
