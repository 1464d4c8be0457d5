package org.polypath.api.topology;

import java.util.Optional;
import org.polypath.api.settings.ReservationKey;

/**
 * What was said of a map's persistent reservation (SPC-4 5.13). It is kept for those who make
 * reservations, such as {@code mpathpersist}; nothing is registered by it.
 *
 * @param registered whether somebody said that the map's paths are registered
 * @param held whether somebody said that the map holds the reservation
 * @param key the key that is kept or configured for it; empty for none
 */
public record Reservation(boolean registered, boolean held, Optional<ReservationKey> key) {
  /** Nothing was said. */
  public static final Reservation NONE = new Reservation(false, false, Optional.empty());
}
