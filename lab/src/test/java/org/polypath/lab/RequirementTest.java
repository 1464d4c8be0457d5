package org.polypath.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequirementTest {
  @Test
  void namesEachMissingPackageOnce(@TempDir Path here, @TempDir Path there) throws IOException {
    Path present = Files.createFile(there.resolve("present"));
    assertThat(present.toFile().setExecutable(true)).isTrue();
    List<Requirement> requirements =
        List.of(
            new Requirement("present", "installed"),
            new Requirement("absent", "wanted"),
            new Requirement("absent-too", "wanted"));

    assertThat(Requirement.missingPackages(requirements, List.of(here, there)))
        .containsExactly("wanted");
  }
}
