package org.polypath.policy.multibus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.PathState;
import org.polypath.api.policy.RankedPath;

class MultibusPolicyTest {
  @Test
  void allPathsAreOneGroupInTheOrderGiven() {
    List<RankedPath> paths = List.of(path("sdb", 50), path("sda", 10), path("sdc", 50));

    assertThat(new MultibusPolicy().group(paths)).containsExactly(paths);
  }

  private static RankedPath path(String name, int priority) {
    return new RankedPath(
        PathFacts.named(name, new DeviceNumber(8, 0)).build(),
        PathState.UP,
        OptionalInt.of(priority));
  }
}
