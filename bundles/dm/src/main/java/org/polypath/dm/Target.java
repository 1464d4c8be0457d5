package org.polypath.dm;

/**
 * One line of a dm table or status.
 *
 * @param start first sector it maps, in units of 512 bytes
 * @param sectors how many it maps
 * @param type the target's name, for instance {@code multipath}
 * @param text its parameters, or its status
 */
public record Target(long start, long sectors, String type, String text) {
  /** The type of target that multipath maps are made of. */
  public static final String MULTIPATH = "multipath";
}
