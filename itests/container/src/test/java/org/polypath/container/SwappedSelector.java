package org.polypath.container;

import java.util.List;
import java.util.Optional;
import org.polypath.api.selector.PathSelector;
import org.polypath.api.selector.SelectorAlgorithm;
import org.polypath.api.selector.SelectorArguments;
import org.polypath.api.selector.SelectorRequest;

/** A vendor's selector: what the kernel's round-robin does. */
public final class SwappedSelector implements PathSelector {
  private final Behaviour behaviour = Behaviour.ofBundle(SwappedSelector.class);

  /** For the service component runtime. */
  public SwappedSelector() {}

  @Override
  public String kernelName() {
    return "round-robin";
  }

  @Override
  public Optional<SelectorArguments> arguments(SelectorRequest request) {
    String count = behaviour == Behaviour.SELECTS_OTHERWISE ? "7" : "1";
    return Optional.of(
        new SelectorArguments(
            List.of(), request.paths().stream().map(path -> List.of(count)).toList()));
  }

  @Override
  public SelectorAlgorithm algorithm(List<String> groupArguments) {
    return (paths, request) -> 0;
  }
}
