package org.polypath.control.pathrules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.api.topology.Topology;
import org.polypath.control.FakeConfiguration;
import org.polypath.control.FakePlatform;

class PathRulesFileTest {
  @TempDir Path folder;

  private final FakePlatform platform = new FakePlatform(Topology.EMPTY);

  @Test
  void everyConfigurationInForceIsWrittenWhereUdevsRulesLook() throws IOException {
    Path now = folder.resolve("run/path-rules");
    Path nextBoot = folder.resolve("etc/path-rules");
    PathRulesFile rules = new PathRulesFile(platform, List.of(now, nextBoot));
    platform.publish(Topology.EMPTY);
    platform.publish(with(new FakeConfiguration()));
    rules.close();
    assertThat(List.of(now, nextBoot)).allSatisfy(file -> assertThat(file).isNotEmptyFile());
    assertThat(Files.getPosixFilePermissions(now))
        .as("readable for every program that udev starts")
        .contains(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
    assertThat(platform.listeners()).isZero();
  }

  @Test
  void aFolderThatCannotBeWrittenToHarmsOnlyItsOwnFile() throws IOException {
    Path blocked = Files.writeString(folder.resolve("file"), "").resolve("path-rules");
    Path written = folder.resolve("path-rules");
    PathRulesFile rules = new PathRulesFile(platform, List.of(blocked, written));
    platform.publish(with(new FakeConfiguration()));
    rules.close();
    assertThat(written).isNotEmptyFile();
  }

  @Test
  void whoIsNoDaemonFollowsNothing() {
    new PathRulesFile(platform, List.of()).close();
    assertThat(platform.listeners()).isZero();
  }

  private static Topology with(FakeConfiguration configuration) {
    return new Topology(1, 0, List.of(), List.of(), List.of(), Optional.of(configuration), false);
  }
}
