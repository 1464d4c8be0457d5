package org.polypath.selector.servicetime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.api.selector.IoRequest;
import org.polypath.api.selector.PathLoad;
import org.polypath.api.selector.SelectorArguments;
import org.polypath.api.selector.SelectorRequest;
import org.polypath.api.testing.RepeatCountContract;

class ServiceTimeSelectorTest extends RepeatCountContract {
  ServiceTimeSelectorTest() {
    super(new ServiceTimeSelector());
  }

  @Test
  void itHasItsKernelsName() {
    assertThat(selector.kernelName()).isEqualTo("service-time");
    assertThat(selector.substitute()).contains("queue-length");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "50, 50", "100, 100", "130, 100", "-1, 1"})
  void thePriorityIsTheRelativeThroughputWhereThatIsConfigured(int priority, String throughput) {
    SelectorRequest request =
        new SelectorRequest(
            List.of(ranked("sda", priority)), List.of("relative_throughput=priority"), 1, false, 1);

    assertThat(selector.arguments(request))
        .contains(new SelectorArguments(List.of(), List.of(List.of("1", throughput))));
  }

  @ParameterizedTest(name = "{0} bytes at {1} against {2} bytes at {3}, new I/O of {4}: path {5}")
  @CsvSource({
    // equal throughput: bytes in flight decide
    "8192, 1, 4096, 1, 4096, 1",
    "4096, 7, 8192, 7, 4096, 0",
    // equal bytes in flight: throughput decides
    "4096, 1, 4096, 2, 4096, 1",
    "0, 3, 0, 2, 4096, 0",
    // else the service time does, the new I/O counted in
    "4096, 2, 1024, 1, 1024, 1",
    "4096, 2, 1024, 1, 4096, 0",
    "1000, 3, 0, 1, 499, 1",
    "1000, 3, 0, 1, 501, 0",
    // without losing the remainder of the division
    "10, 3, 3, 1, 0, 1",
    "8, 3, 3, 1, 0, 0",
    // equal service times: throughput decides
    "2048, 1, 5120, 2, 1024, 1",
    // throughput 0 is for when there is no other
    "0, 0, 1000000, 1, 4096, 1",
    "1000000, 1, 0, 0, 4096, 0",
    "4096, 0, 512, 0, 4096, 1",
    // sizes near the end of the range
    "4398046511104, 100, 4398046511103, 99, 4096, 0"
  })
  void theShortestServiceTimeWins(
      long bytes, int throughput, long otherBytes, int otherThroughput, long io, int chosen) {
    List<PathLoad> paths =
        List.of(path("sda", throughput, bytes), path("sdb", otherThroughput, otherBytes));

    assertThat(algorithm.select(paths, new IoRequest(io, 0, 0))).isEqualTo(chosen);
  }

  @Test
  void equalPathsTakeTurns() {
    List<PathLoad> paths = List.of(path("sda", 1, 0), path("sdb", 1, 4096), path("sdc", 1, 0));

    assertThat(choices(paths, 4)).containsExactly(0, 2, 0, 2);
  }

  @Test
  void withoutAnArgumentEveryThroughputIsOne() {
    List<PathLoad> paths =
        List.of(
            new PathLoad("sda", List.of("1"), 1, 8192), new PathLoad("sdb", List.of(), 1, 4096));

    assertThat(choices(paths, 2)).containsExactly(1, 1);
  }

  @Test
  void aThroughputOutOfBoundsIsTheNearestInBounds() {
    assertThat(choices(List.of(path("sda", 1000, 0), path("sdb", 100, 0)), 2))
        .containsExactly(0, 1);
    assertThat(choices(List.of(path("sdc", -1, 0), path("sdd", 1, 9)), 1)).containsExactly(1);
  }

  @Test
  void requestsThatDoNotComeBackAreSpreadByThroughput() {
    int[] requests = {0, 0};
    for (int i = 0; i < 12; i++) {
      List<PathLoad> paths = new ArrayList<>();
      paths.add(path("sda", 5, requests[0] * 4096L));
      paths.add(path("sdb", 1, requests[1] * 4096L));
      requests[choices(paths, 1).get(0)]++;
    }

    assertThat(requests).containsExactly(10, 2);
  }

  private static PathLoad path(String name, int throughput, long bytes) {
    return new PathLoad(name, List.of("1", Integer.toString(throughput)), 1, bytes);
  }
}
