package org.polypath.linux.sysfs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceFamilyTest {
  @ParameterizedTest
  @ValueSource(strings = {"sda", "sdz", "sdaa", "sdxyz"})
  void scsiDisksCanBePaths(String name) {
    assertThat(DeviceFamily.of(name)).contains(DeviceFamily.SCSI);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dm-0", "loop0", "ram1", "zram0", "sr0", "fd0", "md127", "sda1", "sd", "sdA", "vda", ""
      })
  void othersCannot(String name) {
    assertThat(DeviceFamily.of(name)).isEmpty();
  }
}
