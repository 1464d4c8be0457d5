package org.polypath.policy.groupbynodename;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.PathFactsBuilder;
import org.polypath.api.path.PathState;
import org.polypath.api.path.PortNames;
import org.polypath.api.policy.RankedPath;

class GroupByNodeNamePolicyTest {
  @Test
  void pathsToOneNodeAreAGroupInFirstSeenOrder() {
    RankedPath sda = path(facts("sda").ports(node("iqn.2003-01.org.example:a")));
    RankedPath sdb = path(facts("sdb").ports(node("iqn.2003-01.org.example:b")));
    RankedPath sdc = path(facts("sdc").ports(node("iqn.2003-01.org.example:a")));
    RankedPath sdd = path(facts("sdd"));
    RankedPath sde = path(facts("sde").ports(node("iqn.2003-01.org.example:b")));
    RankedPath sdf = path(facts("sdf"));

    assertThat(new GroupByNodeNamePolicy().group(List.of(sda, sdb, sdc, sdd, sde, sdf)))
        .containsExactly(List.of(sda, sdc), List.of(sdb, sde), List.of(sdd, sdf));
  }

  private static PortNames node(String target) {
    return new PortNames(Optional.empty(), Optional.empty(), Optional.of(target), Optional.empty());
  }

  private static PathFactsBuilder facts(String name) {
    return PathFacts.named(name, new DeviceNumber(8, 0));
  }

  private static RankedPath path(PathFactsBuilder facts) {
    return new RankedPath(facts.build(), PathState.UP, OptionalInt.of(1));
  }
}
