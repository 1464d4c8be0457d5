package org.polypath.selector.roundrobin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.polypath.api.selector.PathLoad;
import org.polypath.api.testing.RepeatCountContract;

class RoundRobinSelectorTest extends RepeatCountContract {
  RoundRobinSelectorTest() {
    super(new RoundRobinSelector());
  }

  @Test
  void itHasItsKernelsName() {
    assertThat(selector.kernelName()).isEqualTo("round-robin");
    assertThat(selector.substitute()).isEmpty();
  }

  @Test
  void eachPathIsUsedInItsTurnHoweverBusyItIs() {
    List<PathLoad> paths = List.of(path("sda", 90), path("sdb", 0), path("sdc", 7));

    assertThat(choices(paths, 7)).containsExactly(0, 1, 2, 0, 1, 2, 0);
  }

  @Test
  void aRepeatCountAboveOneChangesNothing() {
    List<PathLoad> paths =
        List.of(
            new PathLoad("sda", List.of("100"), 0, 0), new PathLoad("sdb", List.of("100"), 0, 0));

    assertThat(choices(paths, 4)).containsExactly(0, 1, 0, 1);
  }

  @Test
  void aPathThatReturnsIsLast() {
    List<PathLoad> all = List.of(path("sda", 0), path("sdb", 0), path("sdc", 0));
    assertThat(choices(all, 1)).containsExactly(0);

    List<PathLoad> withoutSdb = List.of(all.get(0), all.get(2));
    assertThat(choices(withoutSdb, 3)).containsExactly(1, 0, 1);

    assertThat(choices(all, 4)).containsExactly(0, 2, 1, 0);
  }

  private static PathLoad path(String name, int requests) {
    return new PathLoad(name, List.of("1"), requests, requests * 4096L);
  }
}
