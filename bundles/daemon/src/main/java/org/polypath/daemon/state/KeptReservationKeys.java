package org.polypath.daemon.state;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.ReservationKey;
import org.polypath.config.names.ReservationKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys for persistent reservations, kept in the prkeys file. One thread uses it. */
final class KeptReservationKeys {
  private static final Logger LOG = LoggerFactory.getLogger(KeptReservationKeys.class);

  private final StateFile file;

  /** What was read and changed last: a file that cannot be read for a moment forgets nothing. */
  private ReservationKeys known = new ReservationKeys(Map.of());

  KeptReservationKeys(Path directory) {
    file = new StateFile(directory.resolve("prkeys"));
  }

  Map<Wwid, ReservationKey> all() {
    try {
      known = ReservationKeys.parse(file.read());
    } catch (IOException e) {
      LOG.warn("{} cannot be read, as it was known before: {}", file.name(), e.getMessage());
    }
    return known.all();
  }

  void keep(Wwid wwid, Optional<ReservationKey> key) {
    known = known.with(wwid, key);
    try {
      file.change(
          text -> {
            ReservationKeys before = ReservationKeys.parse(text);
            ReservationKeys after = before.with(wwid, key);
            return after.equals(before) ? Optional.empty() : Optional.of(after.print());
          });
    } catch (IOException e) {
      LOG.warn(
          "reservation key not kept; wwid: {}, file: {}, cause: {}",
          wwid,
          file.name(),
          e.getMessage());
    }
  }
}
