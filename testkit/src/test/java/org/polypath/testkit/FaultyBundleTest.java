package org.polypath.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.polypath.api.path.PathState;
import org.polypath.simulator.AccessState;
import org.polypath.testkit.faulty.Fault;

/** Each exercise finds the plug-in that is wrong in its way, and says what is wrong with it. */
class FaultyBundleTest {
  private static final int UNITS = 2;
  private static final int MANY_UNITS = 12;

  /** What never happens is waited for no longer than this, in seconds. */
  private static final String SHORT = "6";

  /** The same where the bundle has to be deployed before. */
  private static final String LONG = "20";

  private static final ArrayDescription ARRAY =
      ArrayDescription.asymmetric("ACME", "Vault")
          .controller("A", 2)
          .controller("B", 2)
          .state(AccessState.OPTIMIZED, PathState.UP, 1)
          .state(AccessState.UNAVAILABLE, PathState.DOWN, 1);

  /** The other controller takes no TEST UNIT READY. */
  private static final ArrayDescription OWNED =
      ArrayDescription.owned("ACME", "Vault", "hp_sw")
          .controller("A", 2)
          .controller("B", 2)
          .owner(PathState.UP, 1)
          .other(PathState.DOWN, 1);

  @TempDir Path folder;

  @AfterEach
  void usualPatience() {
    System.clearProperty(Await.PATIENCE);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(
            Fault.ANY_ANSWER_IS_UP,
            new EveryStateExercise(),
            "unavailable) is ready with priority 1 and ought to be faulty"),
        Arguments.of(
            Fault.THROWS_WITHOUT_ANSWER,
            new TroubleExercise(),
            "checker fails when its commands end with"),
        Arguments.of(
            Fault.UP_WITHOUT_ANSWER,
            new TroubleExercise(),
            "checker says ready of a path when its commands end with"),
        Arguments.of(
            Fault.DOES_NOT_ASK_AGAIN,
            new UnitAttentionExercise(),
            "checker answers faulty when its first command ends with unit attention 062900, and"
                + " else ready"),
        Arguments.of(
            Fault.TRUSTS_LENGTHS, new GarbageExercise(), "checker fails when answers are garbage"),
        Arguments.of(
            Fault.BLOCKS,
            new SilenceExercise(),
            "checker blocks its thread when its commands are not answered"),
        Arguments.of(Fault.REMEMBERS, new SilenceExercise(), "is ready without connection"),
        Arguments.of(Fault.LEAKS, new HotSwapExercise(), "threads that it started go on"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void theExerciseFindsTheFault(Fault fault, Exercise exercise, String finding) throws IOException {
    finds(ARRAY, fault, exercise, finding);
  }

  @Test
  void aBundleThatDoesNotSeeWhoseALogicalUnitIsFailsWithItsController() throws IOException {
    finds(
        OWNED,
        Fault.REMEMBERS,
        new FailoverExercise(),
        "another controller owns all LUNs: did not happen: sd");
  }

  private void finds(ArrayDescription array, Fault fault, Exercise exercise, String finding)
      throws IOException {
    try (Setting setting = new Setting(array, UNITS, FaultyBundle.in(folder, fault))) {
      assertThat(new InServiceExercise().carryOut(setting)).contains("checker faulty");
      System.setProperty(Await.PATIENCE, SHORT);
      assertThatThrownBy(() -> exercise.carryOut(setting))
          .isInstanceOf(FailedException.class)
          .hasMessageContaining(finding);
    }
  }

  @Test
  void aBundleWhosePathsAreNotAsDescribedIsNotInService() throws IOException {
    System.setProperty(Await.PATIENCE, LONG);
    try (Setting setting = new Setting(ARRAY, UNITS, FaultyBundle.in(folder, Fault.WRONG_STATE))) {
      assertThatThrownBy(() -> new InServiceExercise().carryOut(setting))
          .isInstanceOf(FailedException.class)
          .hasMessageContaining("is ghost with priority 1 and ought to be ready with priority 1");
    }
  }

  @Test
  void aPluginThatIsAskedNoLongerIsNamedWithTheReason() throws IOException {
    System.setProperty(Await.PATIENCE, LONG);
    FaultyBundle.in(folder, Fault.DOES_NOT_ASK_AGAIN);
    Path manifest = folder.resolve("META-INF/MANIFEST.MF");
    Files.writeString(manifest, Files.readString(manifest).replace("scsi:00 ", ""));
    try (Setting setting = new Setting(ARRAY, UNITS, Candidate.at(folder))) {
      assertThatThrownBy(() -> new InServiceExercise().carryOut(setting))
          .isInstanceOf(FailedException.class)
          .hasMessageContaining("checker faulty: rests after repeated faults")
          .hasMessageContaining("used what its Polypath-Needs does not declare: scsi:00");
    }
  }

  @Test
  void aBundleThatIsGoodForFewPathsFailsWithMany() throws IOException {
    System.setProperty(Await.PATIENCE, LONG);
    Candidate candidate = FaultyBundle.in(folder, Fault.KNOWS_FEW_PATHS);
    try (Setting setting = new Setting(ARRAY, MANY_UNITS, candidate)) {
      assertThatThrownBy(() -> new ManyUnitsExercise(MANY_UNITS).carryOut(setting))
          .isInstanceOf(FailedException.class)
          .hasMessageContaining("(no room for ");
    }
  }

  @Test
  void aReportNamesWhatFailedAndWhatWasNotExamined(@TempDir Path reports) {
    Report report =
        new Report(
                "com.acme.faulty 1.0.0",
                "ACME Vault",
                List.of(
                    result("in service", Report.Verdict.PASSED, "4 LUNs"),
                    result("every state", Report.Verdict.FAILED, "sda is ready & ought not to be"),
                    result("garbage", Report.Verdict.SKIPPED, "an exercise before failed")))
            .write(reports);

    assertThat(report.passed()).isFalse();
    assertThatThrownBy(report::assertPassed)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("1 of 3 exercises passed")
        .hasMessageContaining("sda is ready & ought not to be");
    assertThat(reports.resolve("TEST-examination.xml"))
        .content()
        .contains("tests=\"3\" failures=\"1\"", "sda is ready &amp; ought not to be");
    assertThat(reports.resolve("examination.html")).content().contains("every state");
  }

  private static Report.Result result(String name, Report.Verdict verdict, String text) {
    return new Report.Result(name, "All is well.", verdict, text, Duration.ofSeconds(1));
  }
}
