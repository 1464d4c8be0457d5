package org.polypath.selector.ioaffinity;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.selector.PathSelector;
import org.polypath.api.selector.SelectorAlgorithm;
import org.polypath.api.selector.SelectorArguments;
import org.polypath.api.selector.SelectorRequest;

/**
 * The kernel's selector {@code io-affinity} (module dm-io-affinity, since Linux 5.11): the path of
 * the processor that the I/O is given on.
 */
@Component
@PluginName("io-affinity")
public final class IoAffinitySelector implements PathSelector {
  @Override
  public String kernelName() {
    return "io-affinity";
  }

  /**
   * Deals the processors out to the paths, one after the other. Of more paths than processors some
   * would have none, which the kernel refuses.
   */
  @Override
  public Optional<SelectorArguments> arguments(SelectorRequest request) {
    int paths = request.paths().size();
    if (paths > request.processors()) {
      return Optional.empty();
    }
    return Optional.of(
        new SelectorArguments(
            List.of(),
            IntStream.range(0, paths)
                .mapToObj(path -> ProcessorMask.every(path, paths, request.processors()).text())
                .map(List::of)
                .toList()));
  }

  @Override
  public SelectorAlgorithm algorithm(List<String> groupArguments) {
    return new IoAffinity();
  }
}
