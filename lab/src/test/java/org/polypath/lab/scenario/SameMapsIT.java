package org.polypath.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.polypath.lab.Guest;
import org.polypath.lab.InLab;
import org.polypath.lab.bench.Configuration;
import org.polypath.lab.bench.DeviceMapper;
import org.polypath.lab.bench.MultipathTools;
import org.polypath.lab.bench.Reference;
import org.polypath.lab.bench.ScsiDebug;

/** On the same devices, the maps and their listing are byte for byte those of the reference. */
@InLab
class SameMapsIT {
  @Test
  void ofTwoHostsAndTwoUnitsByDefault(Guest guest, MultipathTools tools) {
    mapsAndListingAreThoseOfTheReference(guest, tools, 2, "");
  }

  @Test
  void ofFourHostsAndTwoUnitsGroupedByPriority(Guest guest, MultipathTools tools) {
    mapsAndListingAreThoseOfTheReference(guest, tools, 4, "path_grouping_policy group_by_prio");
  }

  private static void mapsAndListingAreThoseOfTheReference(
      Guest guest, MultipathTools tools, int hosts, String setting) {
    ScsiDebug.load(guest, hosts, 2);
    DeviceMapper deviceMapper = DeviceMapper.load(guest);
    Configuration.write(guest, Settings.defaultsWith(setting));

    MultipathTools reference = new Reference();
    guest.run(reference.multipath() + " -v0");
    String expectedTables = deviceMapper.tables();
    String expectedListing = list(guest, reference);
    assertThat(list(guest, tools)).as("listing of the reference's maps").isEqualTo(expectedListing);
    guest.run(reference.multipath() + " -F");
    Configuration.forgetBindings(guest);

    assertThat(guest.run(tools.multipath() + " -v0").stdout()).as("output of -v0").isEmpty();
    assertThat(deviceMapper.tables()).as("tables of our maps").isEqualTo(expectedTables);
    assertThat(list(guest, tools)).as("listing of our maps").isEqualTo(expectedListing);
    assertThat(list(guest, reference))
        .as("listing of our maps by the reference")
        .isEqualTo(expectedListing);
    assertThat(expectedListing).contains("|-+-");
  }

  private static String list(Guest guest, MultipathTools tools) {
    return guest.run("udevadm settle -t 30; %s -ll".formatted(tools.multipath())).stdout();
  }
}
