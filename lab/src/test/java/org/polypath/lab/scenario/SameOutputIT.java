package org.polypath.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polypath.lab.Guest;
import org.polypath.lab.InLab;
import org.polypath.lab.OnlyPolypath;
import org.polypath.lab.bench.Configuration;
import org.polypath.lab.bench.Daemon;
import org.polypath.lab.bench.DeviceMapper;
import org.polypath.lab.bench.MultipathTools;
import org.polypath.lab.bench.Reference;
import org.polypath.lab.bench.ScsiDebug;
import org.polypath.lab.output.Difference;
import org.polypath.lab.output.OutputComparison;
import org.polypath.lab.output.Transcript;

/**
 * On the same devices in one boot, the daemon answers every command byte for byte as the
 * reference's does, asked by the same client; what differs stands in a file with its reason.
 */
@InLab
@OnlyPolypath
class SameOutputIT {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final String READY = "active ready running";
  private static final MultipathTools REFERENCE = new Reference();

  @Test
  void ofEveryCommandAndEveryWildcard(Guest guest, MultipathTools tools) {
    ScsiDebug.load(guest, 2, 2);
    DeviceMapper.load(guest);
    Configuration.write(
        guest,
        Settings.defaultsWith("max_polling_interval 2", "no_path_retry 5", "reservation_key file"));
    guest.run(REFERENCE.multipath() + " -v0; udevadm settle -t 30");

    Transcript theirs = asked(guest, REFERENCE);
    Transcript ours = asked(guest, tools);

    assertThat(ours.answers()).hasSameSizeAs(theirs.answers());
    OutputComparison comparison =
        new OutputComparison(Difference.parse(resource("differences.txt")));
    assertThat(comparison.surprises(theirs, ours)).isEmpty();
    assertThat(comparison.unused()).as("differences that are none any more").isEmpty();
  }

  private static Transcript asked(Guest guest, MultipathTools tools) {
    List<String> commands =
        resource("commands.txt")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    Daemon daemon = Daemon.start(guest, tools);
    daemon.await(
        "all paths are up",
        "mpathb",
        map -> map.paths().stream().allMatch(path -> path.state().equals(READY)));
    String client = REFERENCE.multipathd().toString();
    Transcript transcript =
        Transcript.parse(guest.run(Transcript.script(client, commands), LIMIT).stdout());
    daemon.stop();
    return transcript;
  }

  private static String resource(String name) {
    try (InputStream stream = Difference.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
