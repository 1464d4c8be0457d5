package org.polypath.api.settings;

import java.util.Optional;

/**
 * How persistent reservations are made (SPC-4 5.13).
 *
 * @param key the key this host registers: {@code 0x} and hexadecimal digits, {@code :aptpl} after
 *     them if it is to outlast a power loss; {@code file} if the keys are in the prkeys file; empty
 *     for none ({@code reservation_key})
 * @param allTargetPorts whether one registration holds for all target ports ({@code all_tg_pt})
 */
public record ReservationSettings(Optional<Setting<String>> key, Setting<Boolean> allTargetPorts) {
  /** What holds where nothing is configured. */
  public static final ReservationSettings BUILT_IN =
      new ReservationSettings(Optional.empty(), Setting.builtIn(false));
}
