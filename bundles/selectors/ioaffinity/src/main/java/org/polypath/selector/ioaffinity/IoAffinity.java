package org.polypath.selector.ioaffinity;

import java.util.List;
import org.polypath.api.selector.IoRequest;
import org.polypath.api.selector.PathLoad;
import org.polypath.api.selector.Rotation;
import org.polypath.api.selector.SelectorAlgorithm;

/**
 * Chooses the path whose processors have the I/O's among them; where it is not usable, the others
 * take turns. The kernel tries those of the same memory node first, which a simulation has not.
 */
final class IoAffinity implements SelectorAlgorithm {
  private final Rotation others = new Rotation();

  @Override
  public int select(List<PathLoad> paths, IoRequest request) {
    for (int index = 0; index < paths.size(); index++) {
      if (isOwn(paths.get(index), request.processor())) {
        return index;
      }
    }
    return others.next(paths);
  }

  private static boolean isOwn(PathLoad path, int processor) {
    return path.arguments().stream()
        .findFirst()
        .flatMap(ProcessorMask::parse)
        .filter(mask -> mask.has(processor))
        .isPresent();
  }
}
