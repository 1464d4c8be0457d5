package org.polypath.control.command;

/** The lines that say which program answers. */
final class Banner {
  /**
   * The release of multipath-tools whose commands and texts these are. Programs read it to know
   * what they may ask for.
   */
  private static final String COMPATIBLE_WITH = "0.9.4";

  private Banner() {}

  static String text(String version) {
    return "multipath-tools v" + COMPATIBLE_WITH + "\nPolypath v" + version + "\n";
  }
}
