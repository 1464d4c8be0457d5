package org.polypath.simulator.map;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polypath.api.policy.RankedPath;
import org.polypath.api.selector.PathLoad;
import org.polypath.api.selector.PathSelector;
import org.polypath.api.selector.SelectorAlgorithm;

/** The selectors of the lab's kernel, all of them choosing in turn. */
public final class TestSelectors implements SelectorDirectory {
  private static final Set<String> NAMES = Set.of("round-robin", "queue-length", "service-time");

  @Override
  public Optional<PathSelector> find(String kernelName) {
    return NAMES.contains(kernelName) ? Optional.of(new InTurn(kernelName)) : Optional.empty();
  }

  private record InTurn(String kernelName) implements PathSelector {
    @Override
    public List<String> pathArguments(RankedPath path, int repeatCount) {
      return List.of("1");
    }

    @Override
    public SelectorAlgorithm algorithm() {
      return new SelectorAlgorithm() {
        private int next;

        @Override
        public int select(List<PathLoad> paths, long bytes) {
          return next++ % paths.size();
        }
      };
    }
  }
}
