package org.polypath.selector.historicalservicetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.polypath.api.selector.IoRequest;
import org.polypath.api.selector.PathLoad;
import org.polypath.api.selector.SelectorAlgorithm;

/** The definition is the kernel's description of the selector (commit 2613eab11996). */
class HistoricalServiceTimeSelectorTest {
  private static final int SLOW = 0;
  private static final int FAST = 1;

  private final HistoricalServiceTimeSelector selector = new HistoricalServiceTimeSelector();

  @Test
  void itIsAKernelsSelectorWithASubstitute() {
    assertThat(selector.kernelName()).isEqualTo("historical-service-time");
    assertThat(selector.substitute()).contains("service-time");
  }

  @Test
  void argumentsThatTheKernelRefusesAreRefused() {
    assertThatThrownBy(() -> selector.algorithm(List.of("1024")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void pathsWithoutAHistoryTakeTurns() {
    SelectorAlgorithm algorithm = selector.algorithm(List.of());

    assertThat(IntStream.range(0, 4).mapToObj(i -> algorithm.select(loads(0, 0), at(i))))
        .containsExactly(0, 1, 0, 1);
  }

  @Test
  void thePathThatWasFasterIsChosenUntilItsQueueIsAsMuchLonger() {
    SelectorAlgorithm algorithm = withHistory(List.of());

    assertThat(algorithm.select(loads(0, 0), at(1010))).isEqualTo(FAST);
    assertThat(algorithm.select(loads(0, 2), at(1010))).isEqualTo(FAST);
    assertThat(algorithm.select(loads(0, 4), at(1010))).isEqualTo(SLOW);
    assertThat(algorithm.select(loads(1, 4), at(1010))).isEqualTo(FAST);
  }

  @Test
  void historyCountsByItsWeight() {
    SelectorAlgorithm remembering = withHistory(List.of("1023"));
    remembering.completed("sdb", at(1000), 1900);
    assertThat(remembering.select(loads(0, 0), at(1901))).isEqualTo(FAST);

    SelectorAlgorithm forgetting = withHistory(List.of("0"));
    forgetting.completed("sdb", at(1000), 1900);
    assertThat(forgetting.select(loads(0, 0), at(1901))).isEqualTo(SLOW);
  }

  @Test
  void waitingForAnotherIoIsNoServiceTime() {
    SelectorAlgorithm algorithm = selector.algorithm(List.of("0"));
    algorithm.completed("sda", at(0), 500);
    // all given at 0, each back 100 after the one before
    IntStream.rangeClosed(1, 9).forEach(i -> algorithm.completed("sdb", at(0), 100L * i));

    assertThat(algorithm.select(loads(0, 0), at(901))).isEqualTo(FAST);
  }

  @Test
  void anIdlePathThatWasNotHeardOfForLongIsTriedAgain() {
    SelectorAlgorithm algorithm = withHistory(List.of());

    // 500 of average service time, two paths
    assertThat(algorithm.select(loads(0, 0), at(2000))).isEqualTo(FAST);
    algorithm.completed("sdb", at(1900), 2000);
    assertThat(algorithm.select(loads(0, 0), at(2001))).isEqualTo(SLOW);
  }

  @Test
  void aPathWhoseIoDoesNotComeBackIsSparedWhileThereIsAnother() {
    SelectorAlgorithm algorithm = withHistory(List.of());

    // 100 of average service time, two paths: since 1000 nothing of sdb
    assertThat(algorithm.select(loads(1, 1), at(1200))).isEqualTo(FAST);
    assertThat(algorithm.select(loads(1, 1), at(1201))).isEqualTo(SLOW);
    assertThat(algorithm.select(loads(1, 1).subList(FAST, FAST + 1), at(1201))).isZero();
  }

  @Test
  void pathsThatDifferLessThanTheThresholdAreEqual() {
    SelectorAlgorithm six = withHistory(List.of("972", "6"));
    assertThat(six.select(loads(0, 1), at(1010))).isEqualTo(SLOW);
    assertThat(six.select(loads(1, 0), at(1010))).isEqualTo(FAST);

    SelectorAlgorithm four = withHistory(List.of("972", "4"));
    assertThat(four.select(loads(0, 1), at(1010))).isEqualTo(FAST);
  }

  @Test
  void ofEqualPathsTheOneThatFinishedLongestAgoIsChosen() {
    SelectorAlgorithm algorithm = selector.algorithm(List.of());
    algorithm.completed("sda", at(0), 100);
    algorithm.completed("sdb", at(50), 150);
    assertThat(algorithm.select(loads(0, 0), at(160))).isZero();

    algorithm.completed("sda", at(160), 260);
    assertThat(algorithm.select(loads(0, 0), at(261))).isEqualTo(1);
  }

  @Test
  void requestsThatDoNotComeBackAreSpreadByHistory() {
    SelectorAlgorithm algorithm = withHistory(List.of());
    int[] inFlight = {0, 0};
    for (int i = 0; i < 12; i++) {
      inFlight[algorithm.select(loads(inFlight[SLOW], inFlight[FAST]), at(1010))]++;
    }

    assertThat(inFlight).containsExactly(2, 10);
  }

  /** At 1000, of two paths sda took 500 for an I/O and sdb 100. */
  private SelectorAlgorithm withHistory(List<String> arguments) {
    SelectorAlgorithm algorithm = selector.algorithm(arguments);
    algorithm.completed("sda", at(500), 1000);
    algorithm.completed("sdb", at(900), 1000);
    return algorithm;
  }

  private static List<PathLoad> loads(int slow, int fast) {
    return List.of(
        new PathLoad("sda", List.of("1"), slow, slow * 4096L),
        new PathLoad("sdb", List.of("1"), fast, fast * 4096L));
  }

  private static IoRequest at(long nanos) {
    return new IoRequest(4096, 0, nanos);
  }
}
