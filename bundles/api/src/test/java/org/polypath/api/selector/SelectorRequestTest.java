package org.polypath.api.selector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.PathState;
import org.polypath.api.policy.RankedPath;

class SelectorRequestTest {
  @ParameterizedTest
  @CsvSource({
    "1000, false, 50, 1000",
    "1000, true, 50, 50000",
    "1000, true, 0, 1000",
    "1000, true, -1, 1000",
    "2000000000, true, 2, 2147483647"
  })
  void theRepeatCountIsMultipliedByAPriorityAboveZeroWhereAskedFor(
      int repeatCount, boolean weighted, int priority, int result) {
    RankedPath path = path(priority);

    assertThat(
            new SelectorRequest(List.of(path), List.of(), repeatCount, weighted, 1)
                .repeatCount(path))
        .isEqualTo(result);
  }

  @Test
  void theUsualArgumentsAreTheConfiguredOnesAndRepeatCounts() {
    assertThat(
            new SelectorRequest(List.of(path(3), path(4)), List.of("512"), 2, true, 1)
                .repeatCounts())
        .isEqualTo(new SelectorArguments(List.of("512"), List.of(List.of("6"), List.of("8"))));
  }

  @Test
  void pathsOfOneGroupHaveEquallyManyArguments() {
    assertThatThrownBy(
            () -> new SelectorArguments(List.of(), List.of(List.of("1"), List.of("1", "2"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static RankedPath path(int priority) {
    return new RankedPath(
        PathFacts.named("sda", new DeviceNumber(8, 0)).build(),
        PathState.UP,
        priority < 0 ? OptionalInt.empty() : OptionalInt.of(priority));
  }
}
