package org.polypath.dm;

/**
 * Semaphores of libdevmapper through which udev says that it is done with an event (dmsetup(8),
 * {@code udevcookies}). They are the system's, not the process': one that is not given back stays
 * until the host is restarted.
 */
public interface UdevCookies {
  /** No cookie: there is no udev to wait for. */
  int NONE = 0;

  /** A new cookie, or {@link #NONE}. It is to be {@link #settled} or {@link #discard}ed. */
  int newCookie();

  /**
   * Counts one more event on the cookie, for a call that is not done through the library.
   *
   * @return the number by which the kernel names the cookie to udev: field {@code event_nr} of
   *     {@code struct dm_ioctl}
   */
  int announce(UdevNotice notice);

  /** Counts one event less on the cookie, because the kernel has sent none. */
  void eventNotSent(int cookie);

  /** Whether udev is done with all events of the cookie; if so the cookie is given back. */
  boolean settled(int cookie);

  /** Gives the cookie back whatever udev does. May be called from any thread; throws nothing. */
  void discard(int cookie);
}
