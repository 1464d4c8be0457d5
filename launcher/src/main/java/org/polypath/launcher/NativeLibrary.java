package org.polypath.launcher;

import java.nio.file.Files;
import java.nio.file.Path;

/** JNA's part in machine code. */
public final class NativeLibrary {
  private NativeLibrary() {}

  /**
   * Has JNA take the library that is shipped, where there is one for this processor; else it
   * unpacks its own. To be called before JNA is used.
   *
   * @param home the distribution's folder
   */
  public static void use(Path home) {
    Path shipped = home.resolve("native").resolve(System.getProperty("os.arch"));
    if (Files.isDirectory(shipped)) {
      System.setProperty("jna.boot.library.path", shipped.toString());
      System.setProperty("jna.nounpack", "true");
    }
  }
}
