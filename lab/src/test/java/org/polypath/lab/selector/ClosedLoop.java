package org.polypath.lab.selector;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.polypath.api.selector.IoRequest;
import org.polypath.api.selector.PathLoad;
import org.polypath.api.selector.SelectorAlgorithm;

/**
 * Some programs that each give one I/O after the other, over paths that take a fixed time for each:
 * reckoned, not waited for.
 *
 * @param lanes how many programs
 * @param delays what each path takes
 */
record ClosedLoop(int lanes, List<Duration> delays) {
  private static final int BYTES = 4096;

  /** An I/O under way. */
  private record Flight(IoRequest request, int path, long end) {}

  /**
   * Sends I/Os.
   *
   * @param arguments each path's arguments in the dm table
   * @param count how many I/Os
   * @return the share of the first path, 0 to 1
   */
  double shareOfFirst(SelectorAlgorithm algorithm, List<List<String>> arguments, int count) {
    PriorityQueue<Flight> flights = new PriorityQueue<>(Comparator.comparingLong(Flight::end));
    int[] inFlight = new int[delays.size()];
    int first = 0;
    long now = 0;
    for (int sent = 0; sent < count; sent++) {
      if (flights.size() == lanes) {
        Flight landed = flights.remove();
        now = landed.end();
        inFlight[landed.path()]--;
        algorithm.completed(name(landed.path()), landed.request(), now);
      }
      IoRequest request = new IoRequest(BYTES, 0, now);
      int path = algorithm.select(loads(arguments, inFlight), request);
      inFlight[path]++;
      first += path == 0 ? 1 : 0;
      flights.add(new Flight(request, path, now + delays.get(path).toNanos()));
    }
    return (double) first / count;
  }

  private List<PathLoad> loads(List<List<String>> arguments, int... inFlight) {
    return IntStream.range(0, delays.size())
        .mapToObj(
            path ->
                new PathLoad(
                    name(path), arguments.get(path), inFlight[path], (long) inFlight[path] * BYTES))
        .toList();
  }

  private static String name(int path) {
    return "path" + path;
  }
}
