package org.polypath.client.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.client.path.PathProgramException.Failure;

class DeviceArgumentTest {
  @TempDir private Path sysfs;

  @Test
  void aDeviceNumberIsLookedUpInSysfs() throws Exception {
    disk("8:16", "sdb");

    assertThat(argument("/dev").kernelName("8:16")).isEqualTo("sdb");
  }

  @Test
  void aNodeIsKnownByItsNumberWhateverItsName() throws Exception {
    // every host has this one
    disk("1:3", "null");

    assertThat(argument("/dev").kernelName("null")).isEqualTo("null");
    assertThat(argument("/nowhere").kernelName("/dev/null")).isEqualTo("null");
    assertThat(argument("/").kernelName("dev/null")).isEqualTo("null");
  }

  @ParameterizedTest
  @CsvSource({"8:16", "nothing", "/dev/nothing", "/dev/zero"})
  void whatIsNoDeviceCannotBeOpened(String argument) {
    assertThatThrownBy(() -> argument("/dev").kernelName(argument))
        .isInstanceOfSatisfying(
            PathProgramException.class, e -> assertThat(e.failure()).isEqualTo(Failure.NOT_OPENED))
        .hasMessageStartingWith("could not open ");
  }

  @Test
  void whyItCannotIsSaidInWords() {
    assertThatThrownBy(() -> argument("/dev").kernelName("nothing"))
        .hasMessage("could not open /dev/nothing: no such file or folder");
  }

  @ParameterizedTest
  @CsvSource({"0x810, 8:16", "0x10300, 259:0", "0x103, 1:3", "0x100801, 8:257", "0x80ff, 128:255"})
  void numbersArePackedAsLinuxDoes(String packed, String number) {
    long value = Long.decode(packed);
    assertThat(DeviceArgument.numberText(value)).isEqualTo(number);
  }

  private DeviceArgument argument(String folder) {
    return new DeviceArgument(sysfs, Path.of(folder));
  }

  private void disk(String number, String name) throws IOException {
    Path device = Files.createDirectories(sysfs.resolve("devices").resolve(name));
    Files.createSymbolicLink(
        Files.createDirectories(sysfs.resolve("dev/block")).resolve(number), device);
  }
}
