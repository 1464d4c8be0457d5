package org.polypath.vendor.acme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.prioritizer.Priority;
import org.polypath.scsi.testing.FakePathDevice;
import org.polypath.scsi.testing.FakeRequest;

class AcmePrioritizerTest {
  private static final Bytes PAGE_83 = Bytes.ofHex("12018300ff00");

  private final FakePathDevice device = new FakePathDevice();

  @ParameterizedTest
  @CsvSource({"1, 50", "2, 50", "3, 10", "4, 10"})
  void theFirstTwoPortsAreBetter(int port, int priority) {
    device.answers(
        PAGE_83,
        ScsiOutcome.Answered.good(
            Bytes.of(0, 0x83, 0, 8, 0x61, 0x94, 0, 4, 0, 0, port >> 8, port)));

    assertThat(prioritize()).isEqualTo(Priority.of(priority, "port " + port));
  }

  @Test
  void aPathThatDoesNotAnswerHasNoPriority() {
    assertThat(prioritize()).isEqualTo(Priority.undefined("check condition, sense 05/20/00"));
  }

  private Priority prioritize() {
    return new AcmePrioritizer()
        .prioritize(FakeRequest.on(device, ""))
        .toCompletableFuture()
        .join();
  }
}
