package org.polypath.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.api.path.PathState;
import org.polypath.vendor.hpe.HpSwChecker;

/** A bundle with checker and prioritizer, as shipped, is examined on the array it is for. */
class ShippedBundleTest {
  @TempDir Path reports;

  @Test
  void hpSwPassesTheExamination() throws Exception {
    URI jar = HpSwChecker.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    Report report =
        Examination.of(
                ArrayDescription.owned("HP", "MSA1000", "hp_sw")
                    .controller("A", 2)
                    .controller("B", 2)
                    .owner(PathState.UP, 4)
                    .other(PathState.GHOST, 2))
            .bundle(Path.of(jar))
            .reports(reports)
            .manyUnits(64)
            .run();
    System.err.println(Files.readString(reports.resolve("examination.txt")));
    report.assertPassed();
    assertThat(Files.readString(reports.resolve("examination.txt")))
        .contains("9 of 9 exercises passed");
    assertThat(reports.resolve("examination.html")).exists();
    assertThat(Files.readString(reports.resolve("TEST-examination.xml")))
        .contains("tests=\"9\" failures=\"0\"");
  }
}
