package org.polypath.policy.groupbytpg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.PathFactsBuilder;
import org.polypath.api.path.PathState;
import org.polypath.api.path.TargetPortGroupSupport;
import org.polypath.api.policy.RankedPath;

class GroupByTpgPolicyTest {
  @Test
  void pathsOfOneTargetPortGroupAreAGroupInFirstSeenOrder() {
    RankedPath sda =
        path(facts("sda").targetPortGroup(TargetPortGroupSupport.BOTH, OptionalInt.of(1)));
    RankedPath sdb =
        path(facts("sdb").targetPortGroup(TargetPortGroupSupport.BOTH, OptionalInt.of(2)));
    RankedPath sdc =
        path(facts("sdc").targetPortGroup(TargetPortGroupSupport.BOTH, OptionalInt.of(1)));
    RankedPath sdd = path(facts("sdd"));
    RankedPath sde =
        path(facts("sde").targetPortGroup(TargetPortGroupSupport.BOTH, OptionalInt.of(2)));
    RankedPath sdf = path(facts("sdf"));

    assertThat(new GroupByTpgPolicy().group(List.of(sda, sdb, sdc, sdd, sde, sdf)))
        .containsExactly(List.of(sda, sdc), List.of(sdb, sde), List.of(sdd, sdf));
  }

  private static PathFactsBuilder facts(String name) {
    return PathFacts.named(name, new DeviceNumber(8, 0));
  }

  private static RankedPath path(PathFactsBuilder facts) {
    return new RankedPath(facts.build(), PathState.UP, OptionalInt.of(1));
  }
}
