package org.polypath.simulator.map;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polypath.api.selector.IoRequest;
import org.polypath.api.selector.PathLoad;
import org.polypath.api.selector.SelectorAlgorithm;

/** The selectors of the lab's kernel, all of them choosing in turn. */
public final class TestSelectors implements SelectorDirectory {
  private static final Set<String> NAMES = Set.of("round-robin", "queue-length", "service-time");

  @Override
  public Optional<SelectorAlgorithm> algorithm(String kernelName, List<String> groupArguments) {
    return NAMES.contains(kernelName) ? Optional.of(new InTurn()) : Optional.empty();
  }

  private static final class InTurn implements SelectorAlgorithm {
    private int next;

    @Override
    public int select(List<PathLoad> paths, IoRequest request) {
      return next++ % paths.size();
    }
  }
}
