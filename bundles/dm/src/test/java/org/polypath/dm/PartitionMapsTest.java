package org.polypath.dm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionMapsTest {
  @ParameterizedTest
  @CsvSource({
    "part1-mpath-36, mpath-36, true",
    "part12-mpath-36, mpath-36, true",
    "part1-mpath-360, mpath-36, false",
    "part1-mpath-36, mpath-6, false",
    "mpath-36, mpath-36, false",
    "part-mpath-36, mpath-36, false",
    "xpart1-mpath-36, mpath-36, false",
    "part1-LVM-x, LVM-x, false"
  })
  void isKnownByItsUuid(String uuid, String mapUuid, boolean partition) {
    assertThat(PartitionMaps.isPartition(uuid, mapUuid)).isEqualTo(partition);
  }

  @ParameterizedTest
  @CsvSource({"mpathap1, disk1p1", "mpatha-part2, disk1-part2", "other1, other1"})
  void keepsWhatFollowsTheMapsName(String name, String renamed) {
    assertThat(PartitionMaps.renamed(name, "mpatha", "disk1")).isEqualTo(renamed);
  }
}
