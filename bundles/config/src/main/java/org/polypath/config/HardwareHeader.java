package org.polypath.config;

import java.util.Optional;
import org.polypath.api.hardware.HardwareSupport;

/**
 * What a bundle's manifest header {@value HardwareSupport#HEADER} says.
 *
 * @param path of the file in the bundle
 * @param order entries of bundles with a lower one are weaker
 * @param complaint what is wrong with the rest of the header; empty if nothing
 */
public record HardwareHeader(String path, int order, Optional<String> complaint) {
  private static final String ORDER = "order=";

  /** Reads {@code PATH[;order=N]}; what cannot be read is complained of and left out. */
  public static HardwareHeader parse(String value) {
    String[] parts = value.split(";", -1);
    int order = HardwareSupport.DEFAULT_ORDER;
    Optional<String> complaint = Optional.empty();
    for (int i = 1; i < parts.length; i++) {
      String part = parts[i].strip();
      try {
        if (!part.startsWith(ORDER)) {
          throw new NumberFormatException(part);
        }
        order = Integer.parseInt(part.substring(ORDER.length()).strip());
      } catch (NumberFormatException e) {
        complaint =
            Optional.of("\"" + part + "\" in the manifest header " + HardwareSupport.HEADER);
      }
    }
    return new HardwareHeader(parts[0].strip(), order, complaint);
  }
}
