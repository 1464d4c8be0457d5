package org.polypath.policy.failover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.PathState;
import org.polypath.api.policy.RankedPath;

class FailoverPolicyTest {
  @Test
  void eachPathIsAGroupInTheOrderGiven() {
    RankedPath sdb = path("sdb");
    RankedPath sda = path("sda");

    assertThat(new FailoverPolicy().group(List.of(sdb, sda)))
        .containsExactly(List.of(sdb), List.of(sda));
  }

  private static RankedPath path(String name) {
    return new RankedPath(
        PathFacts.named(name, new DeviceNumber(8, 0)).build(), PathState.UP, OptionalInt.of(1));
  }
}
