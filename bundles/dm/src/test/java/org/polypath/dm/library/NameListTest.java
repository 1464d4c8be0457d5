package org.polypath.dm.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.polypath.api.path.DeviceNumber;
import org.polypath.dm.KernelVersions.Version;
import org.polypath.dm.ListedDevice;

class NameListTest {
  @Test
  void namesNumbersAndEventsOfAChain() {
    try (Memory list = new Memory(96)) {
      list.clear();
      device(list, 0, 0xfe00, 32, "mpatha", 3);
      device(list, 32, 0xfe01, 40, "a-name-of-12", 0xffffffffL);
      device(list, 72, 0x10fe02, 0, "x", 1);
      assertThat(NameList.devices(list))
          .containsExactly(
              new ListedDevice("mpatha", new DeviceNumber(254, 0), 3),
              new ListedDevice("a-name-of-12", new DeviceNumber(254, 1), 0xffffffffL),
              new ListedDevice("x", new DeviceNumber(254, 0x102), 1));
    }
  }

  @Test
  void aListWithoutDevicesIsEmpty() {
    try (Memory list = new Memory(16)) {
      list.clear();
      assertThat(NameList.devices(list)).isEmpty();
    }
  }

  @Test
  void versionsOfTargets() {
    try (Memory list = new Memory(64)) {
      list.clear();
      target(list, 0, 32, 14, "multipath");
      target(list, 32, 0, 4, "linear");
      assertThat(NameList.targets(list))
          .isEqualTo(Map.of("multipath", new Version(1, 14, 2), "linear", new Version(1, 4, 2)));
    }
  }

  /** As the kernel writes it: the event number at the next multiple of 8 after the name. */
  private static void device(
      Memory list, long at, long number, int next, String name, long eventNumber) {
    list.setLong(at, number);
    list.setInt(at + 8, next);
    list.setString(at + 12, name);
    long end = 12L + name.length() + 1;
    list.setInt(at + (end + 7) / 8 * 8, (int) eventNumber);
  }

  private static void target(Memory list, long at, int next, int minor, String name) {
    list.setInt(at, next);
    list.setInt(at + 4, 1);
    list.setInt(at + 8, minor);
    list.setInt(at + 12, 2);
    list.setString(at + 16, name);
  }
}
