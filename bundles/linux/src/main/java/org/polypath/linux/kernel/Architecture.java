package org.polypath.linux.kernel;

/**
 * The numbers of Linux that differ between processor architectures (kernel {@code arch/*}{@code
 * /include/uapi/asm/fcntl.h} and {@code socket.h}).
 *
 * @param direct {@code O_DIRECT}
 * @param peerCredentials {@code SO_PEERCRED}
 */
public record Architecture(int direct, int peerCredentials) {
  private static final Architecture GENERIC = new Architecture(0x4000, 17);
  private static final Architecture ARM = new Architecture(0x10000, 17);
  private static final Architecture POWER = new Architecture(0x20000, 21);

  /** The architecture that this process runs on. */
  public static Architecture own() {
    return of(System.getProperty("os.arch", ""));
  }

  /** The architecture of a Java {@code os.arch}, for instance {@code amd64}. */
  static Architecture of(String name) {
    if (name.startsWith("aarch64") || name.startsWith("arm")) {
      return ARM;
    }
    return name.startsWith("ppc") ? POWER : GENERIC;
  }
}
