package org.polypath.daemon.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.ReservationKey;

/** A file that cannot be read when the configuration is read again has forgotten nothing. */
class UnreadableFilesTest {
  private static final Wwid ONE = new Wwid("3600a");
  private static final Wwid OTHER = new Wwid("3600b");
  private static final ReservationKey KEY = new ReservationKey(0x1234, false);

  @TempDir Path directory;

  @Test
  void wwidsThatWereMapsStaySo() throws IOException {
    RememberedWwids remembered = new RememberedWwids(directory);
    remembered.add(ONE);
    assertThat(remembered.all()).containsExactly(ONE);
    remembered.add(OTHER);
    makeUnreadable("wwids");
    assertThat(remembered.all()).containsExactly(ONE, OTHER);
    remembered.remove(ONE);
    assertThat(remembered.all()).containsExactly(OTHER);
  }

  @Test
  void reservationKeysStay() throws IOException {
    KeptReservationKeys keys = new KeptReservationKeys(directory);
    keys.keep(ONE, Optional.of(KEY));
    makeUnreadable("prkeys");
    assertThat(keys.all()).containsOnlyKeys(ONE).containsValue(KEY);
    keys.keep(ONE, Optional.empty());
    assertThat(keys.all()).isEmpty();
  }

  private void makeUnreadable(String name) throws IOException {
    Files.delete(directory.resolve(name));
    Files.createDirectory(directory.resolve(name));
  }
}
