package org.polypath.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.PathState;
import org.polypath.api.policy.RankedPath;
import org.polypath.api.selector.IoRequest;
import org.polypath.api.selector.PathLoad;
import org.polypath.api.selector.PathSelector;
import org.polypath.api.selector.SelectorAlgorithm;
import org.polypath.api.selector.SelectorArguments;
import org.polypath.api.selector.SelectorRequest;

/** What holds for each selector whose first argument of a path is its repeat count. */
public abstract class RepeatCountContract {
  private static final IoRequest IO = new IoRequest(4096, 0, 0);

  protected final PathSelector selector;
  protected final SelectorAlgorithm algorithm;

  protected RepeatCountContract(PathSelector selector) {
    this.selector = selector;
    this.algorithm = selector.algorithm(List.of());
  }

  @Test
  void theTableHoldsEachPathsRepeatCount() {
    List<RankedPath> paths = List.of(ranked("sda", 50), ranked("sdb", -1), ranked("sdc", 0));

    assertThat(selector.arguments(new SelectorRequest(paths, List.of(), 128, false, 1)))
        .contains(counts("128", "128", "128"));
    assertThat(selector.arguments(new SelectorRequest(paths, List.of(), 10, true, 1)))
        .contains(counts("500", "10", "10"));
  }

  /** Which paths are chosen, by their place, for that many requests after each other. */
  protected final List<Integer> choices(List<PathLoad> paths, int count) {
    return IntStream.range(0, count).mapToObj(i -> algorithm.select(paths, IO)).toList();
  }

  /** A path that is up; it was never ranked if its priority is negative. */
  protected static RankedPath ranked(String name, int priority) {
    return new RankedPath(
        PathFacts.named(name, new DeviceNumber(8, 0)).build(),
        PathState.UP,
        priority < 0 ? OptionalInt.empty() : OptionalInt.of(priority));
  }

  private static SelectorArguments counts(String... counts) {
    return new SelectorArguments(List.of(), Stream.of(counts).map(List::of).toList());
  }
}
