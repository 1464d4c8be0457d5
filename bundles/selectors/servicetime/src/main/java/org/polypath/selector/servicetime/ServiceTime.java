package org.polypath.selector.servicetime;

import java.util.List;
import org.polypath.api.selector.IoRequest;
import org.polypath.api.selector.PathLoad;
import org.polypath.api.selector.Rotation;
import org.polypath.api.selector.SelectorAlgorithm;

/**
 * Chooses the path with the shortest service time: bytes in flight and the new I/O's, divided by
 * the relative throughput. Of equals the one with more throughput, then the one unused for longest.
 * A path of throughput 0 is for when there is no other.
 */
final class ServiceTime implements SelectorAlgorithm {
  private static final int RELATIVE_THROUGHPUT = 1;
  private static final int HIGHEST_THROUGHPUT = 100;

  private final Rotation rotation = new Rotation();

  @Override
  public int select(List<PathLoad> paths, IoRequest request) {
    return rotation.choose(paths, (one, other) -> compare(one, other, request.bytes()));
  }

  private static int compare(PathLoad one, PathLoad other, long bytes) {
    int oneThroughput = throughput(one);
    int otherThroughput = throughput(other);
    if (oneThroughput == otherThroughput) {
      return Long.compare(one.bytesInFlight(), other.bytesInFlight());
    }
    if (oneThroughput == 0 || otherThroughput == 0) {
      return Integer.compare(otherThroughput, oneThroughput);
    }
    // a / x < b / y is a * y < b * x, without losing the remainder
    int byTime =
        Long.compare(
            (one.bytesInFlight() + bytes) * otherThroughput,
            (other.bytesInFlight() + bytes) * oneThroughput);
    return byTime != 0 ? byTime : Integer.compare(otherThroughput, oneThroughput);
  }

  /** The nearest relative throughput that the kernel takes. */
  static int inBounds(int throughput) {
    return Math.max(0, Math.min(throughput, HIGHEST_THROUGHPUT));
  }

  private static int throughput(PathLoad path) {
    return inBounds(path.argument(RELATIVE_THROUGHPUT, 1));
  }
}
