package org.polypath.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DirectIoTest {
  @Test
  void readsTheReportPastNotes() {
    String report =
        """
        fio: terminating on signal 2
        {"jobs": [{"error": 0,
          "read": {"total_ios": 1, "lat_ns": {"max": 3000000}},
          "write": {"total_ios": 2, "lat_ns": {"max": 1000000}}},
          {"error": 5,
          "read": {"total_ios": 10, "lat_ns": {"max": 1000000}},
          "write": {"total_ios": 32, "lat_ns": {"max": 2500000000}}}]}
        """;

    assertThat(DirectIo.Result.parse(report))
        .isEqualTo(new DirectIo.Result(45, 5, Duration.ofMillis(2500)));
  }
}
