package org.polypath.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void mapsAndListingAreThoseOfTheReference(int hosts, Guest guest, MultipathTools tools) {
    ScsiDebug.load(guest, hosts, 2);
    DeviceMapper deviceMapper = DeviceMapper.load(guest);
    Configuration.write(guest, Settings.defaultsWith());

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
    return guest.run(tools.multipath() + " -ll").stdout();
  }
}
