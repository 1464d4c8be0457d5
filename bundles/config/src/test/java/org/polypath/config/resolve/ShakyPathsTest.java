package org.polypath.config.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.Origin;
import org.polypath.api.settings.Setting;
import org.polypath.api.settings.ShakyPathSettings;
import org.polypath.api.settings.ShakyPathSettings.Counting;
import org.polypath.config.Configurations;
import org.polypath.config.PathExamples;

class ShakyPathsTest {
  private static final String COUNTING =
      """
      san_path_err_threshold 3
      san_path_err_forget_rate 20
      san_path_err_recovery_time 60
      """;
  private static final String MEASURING =
      """
      marginal_path_double_failed_time 30
      marginal_path_err_sample_time 120
      marginal_path_err_rate_threshold 10
      marginal_path_err_recheck_gap_time 300
      """;
  private static final String DELAYS = "delay_watch_checks 6\ndelay_wait_checks 4\n";

  private static ShakyPathSettings settings(String lines) {
    return Configurations.of("defaults {\n" + lines + "}\n")
        .map(new Wwid(PathExamples.SCSI_DEBUG_WWID), List.of(PathExamples.scsiDebug("sda").build()))
        .shakyPaths();
  }

  @Test
  void failuresAreCountedWithAllThreeValues() {
    Counting counting = settings(COUNTING).counting().orElseThrow();
    assertThat(counting.threshold().value()).isEqualTo(3);
    assertThat(counting.forgetRate().value()).isEqualTo(20);
    assertThat(counting.recoveryTime())
        .isEqualTo(new Setting<>(60, new Origin(Origin.Kind.DEFAULTS, Configurations.FILE + ":4")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "san_path_err_threshold no",
        "san_path_err_forget_rate 0",
        "san_path_err_recovery_time no"
      })
  void oneValueMissingSwitchesCountingOff(String line) {
    assertThat(settings(COUNTING + line + "\n")).isEqualTo(ShakyPathSettings.OFF);
  }

  @Test
  void measuringBeatsCounting() {
    ShakyPathSettings both = settings(COUNTING + MEASURING);
    assertThat(both.counting()).isEmpty();
    assertThat(both.measuring().orElseThrow().doubleFailedTime().value()).isEqualTo(30);
    assertThat(both.measuring().orElseThrow().sampleTime().value()).isEqualTo(120);
    assertThat(both.measuring().orElseThrow().rateThreshold().value()).isEqualTo(10);
    assertThat(both.measuring().orElseThrow().recheckGap().value()).isEqualTo(300);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "marginal_path_double_failed_time no",
        "marginal_path_err_sample_time 119",
        "marginal_path_err_rate_threshold no",
        "marginal_path_err_recheck_gap_time 0"
      })
  void measuringThatCannotStartLeavesCountingInForce(String line) {
    ShakyPathSettings settings = settings(COUNTING + MEASURING + line + "\n");
    assertThat(settings.measuring()).isEmpty();
    assertThat(settings.counting()).isPresent();
  }

  @Test
  void whatTheFabricSaysBeatsBoth() {
    assertThat(settings(COUNTING + MEASURING + "marginal_pathgroups fpin\n"))
        .isEqualTo(ShakyPathSettings.OFF);
  }

  @Test
  void oldDelaysAreCountingInOtherWords() {
    Counting counting =
        settings(DELAYS + "polling_interval 5\nmax_polling_interval 10\n").counting().orElseThrow();
    assertThat(counting.threshold().value()).isEqualTo(1);
    assertThat(counting.forgetRate().value()).isEqualTo(6);
    assertThat(counting.recoveryTime().value()).as("checks times seconds").isEqualTo(40);
    assertThat(counting.recoveryTime().origin().place())
        .isEqualTo("delay_wait_checks " + Configurations.FILE + ":3");
  }

  @Test
  void oldDelaysDoNotMixWithCounting() {
    assertThat(settings(DELAYS + "san_path_err_threshold 3\n")).isEqualTo(ShakyPathSettings.OFF);
    assertThat(settings("delay_watch_checks 6\n")).isEqualTo(ShakyPathSettings.OFF);
  }

  @Test
  void delaysBeyondAnyNumberAreTheGreatestNumber() {
    Counting counting =
        settings("delay_watch_checks 1\ndelay_wait_checks 2147483647\n").counting().orElseThrow();
    assertThat(counting.recoveryTime().value()).isEqualTo(Integer.MAX_VALUE);
  }
}
