package org.polypath.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.polypath.lab.Guest;
import org.polypath.lab.InLab;
import org.polypath.lab.bench.CommandSession;
import org.polypath.lab.bench.Configuration;
import org.polypath.lab.bench.DeviceMapper;
import org.polypath.lab.bench.MultipathTools;
import org.polypath.lab.bench.Reference;
import org.polypath.lab.bench.ScsiDebug;

/** Every option of {@code multipath} prints and ends as the reference's does, without a daemon. */
@InLab
class SameOptionsIT {
  private static final String CONFIGURATION =
      """
      defaults {
        user_friendly_names yes
        find_multipaths strict
      }
      """;

  /** One after the other: the later ones meet what the earlier ones left. */
  private static final List<String> LINES =
      List.of(
          "multipath -c /dev/sda",
          "multipath -c sda",
          "multipath -c /dev/nosuch",
          "multipath -u sda",
          "multipath -i -u sda",
          "multipath -c -i /dev/sda",
          "multipath -a 360077",
          "multipath -w 360077",
          "multipath -v1",
          "multipath -a /dev/sda",
          "multipath -d",
          "multipath -q -v1",
          "multipath -c /dev/sda",
          "multipath -c /dev/sdb",
          "multipath -u sdb",
          "multipath -W",
          "grep ^/ /etc/multipath/wwids",
          "multipath -l -e -D",
          "multipath -ll mpatha",
          "multipath -l nosuch",
          "multipath /dev/nosuch",
          "multipath -B -b /tmp/bindings -v1",
          "multipath -r -v1",
          "multipath -f",
          "multipath -f nosuch",
          "exec 9</dev/mapper/mpatha; multipath -F",
          "multipath -R 1 -f mpatha",
          "multipath -l",
          "multipath -w sda",
          "multipath -Z",
          "multipath -v x -l",
          "multipath -C nosuch",
          "multipath -h 2>&1 | head -n 1 | cut -d ' ' -f 1");

  /** Where ours differs, and why. */
  private static final Map<String, String> DIFFERENCES =
      Map.of(
          "multipath -d",
          "ours names the action, and the map by its WWID: a dry run gives no name away",
          "multipath -w sda",
          "a bare name is a path with ours, as with every other command; there a WWID");

  @Test
  void printAndEndAsTheReferencesDo(Guest guest, MultipathTools tools) {
    ScsiDebug.load(guest, 2, 2);
    DeviceMapper deviceMapper = DeviceMapper.load(guest);
    Configuration.write(guest, CONFIGURATION);

    List<String> expected = session(guest, new Reference());
    assertThat(deviceMapper.names()).isEmpty();
    Configuration.forgetBindings(guest);
    List<String> actual = session(guest, tools);

    SoftAssertions softly = new SoftAssertions();
    for (int line = 0; line < LINES.size(); line++) {
      if (!DIFFERENCES.containsKey(LINES.get(line))) {
        softly.assertThat(actual.get(line)).as(LINES.get(line)).isEqualTo(expected.get(line));
      }
    }
    softly.assertAll();
  }

  private static List<String> session(Guest guest, MultipathTools tools) {
    String named =
        "multipath() { %s \"$@\"; }; mkdir -p /etc/multipath".formatted(tools.multipath());
    return CommandSession.run(guest, named, LINES);
  }
}
