package org.polypath.vendor.hitachi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.DeviceFailure;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.prioritizer.Priority;
import org.polypath.scsi.testing.FakePathDevice;
import org.polypath.scsi.testing.FakeRequest;
import org.polypath.scsi.testing.Trouble;

class HdsPrioritizerTest {
  private static final Bytes INQUIRY = Bytes.ofHex("12000000ff00");

  private final FakePathDevice device = new FakePathDevice();

  @Test
  void theControllerIsAskedOnce() {
    assertThat(prioritize(good("001A", "0")))
        .isEqualTo(Priority.of(1, "LDEV ends in A, controller 0"));
    assertThat(device.commands())
        .extracting(ScsiCommand::block, ScsiCommand::responseLength)
        .containsExactly(tuple(INQUIRY, 255));
  }

  @ParameterizedTest
  @CsvSource({
    "0000, 1, 0",
    "0001, 0, 1",
    "0002, 1, 0",
    "0003, 0, 1",
    "0004, 1, 0",
    "0005, 0, 1",
    "0006, 1, 0",
    "0007, 0, 1",
    "0008, 1, 0",
    "0009, 0, 1",
    "000A, 1, 0",
    "000B, 0, 1",
    "000C, 1, 0",
    "000D, 0, 1",
    "000E, 1, 0",
    "000F, 0, 1",
    "1230, 1, 0",
    "zzz1, 0, 1"
  })
  void anEvenDiskBelongsToAnEvenController(String disk, int onEven, int onOdd) {
    for (int controller = 0; controller < 10; controller++) {
      assertThat(prioritize(good(disk, Integer.toString(controller))).value())
          .hasValue(controller % 2 == 0 ? onEven : onOdd);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "000a, 0",
    "000G, 0",
    "000-, 0",
    "'000 ', 0",
    "0000, A",
    "0000, ' '",
    "0000, /",
    "0000, :"
  })
  void anythingButDigitsIsNoPriority(String disk, String controller) {
    Priority priority = prioritize(good(disk, controller));

    assertThat(priority.value()).isEmpty();
    assertThat(priority.message())
        .startsWith("INQUIRY: no digits of LDEV and controller at bytes 47 and 49, but 0x");
  }

  @ParameterizedTest
  @CsvSource({"0", "36", "47", "49"})
  void dataThatAreCutAreNoPriority(int length) {
    assertThat(prioritize(ScsiOutcome.Answered.good(data("0000", "0").slice(0, length))).value())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2, 0, 8, 72052400, 'check condition, sense 05/24/00'",
    "2, 0, 8, 72020401, 'check condition, sense 02/04/01'",
    "8, 0, 0, '', busy",
    "0, 1, 0, '', host no connect",
    "0, 7, 0, '', host error",
    "0, 0, 6, '', driver timeout"
  })
  void anyFailureIsNoPriority(String status, int host, int driver, String sense, String message) {
    assertThat(
            prioritize(
                new ScsiOutcome.Answered(
                    Integer.decode(status), host, driver, Bytes.ofHex(sense), data("0000", "0"))))
        .isEqualTo(Priority.undefined("INQUIRY: " + message));
  }

  @ParameterizedTest
  @EnumSource(DeviceFailure.class)
  void aPathThatIsNotAskedHasNoPriority(DeviceFailure failure) {
    assertThat(prioritize(new ScsiOutcome.NotSent(failure, "SG_IO on /dev/sda")))
        .isEqualTo(Priority.undefined("INQUIRY: SG_IO on /dev/sda"));
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void noTroubleGivesAPriority(Trouble trouble) {
    assertThat(prioritize(trouble.outcome()).value()).isEmpty();
  }

  private Priority prioritize(ScsiOutcome... outcomes) {
    device.answers(INQUIRY, outcomes);
    return new HdsPrioritizer().prioritize(FakeRequest.on(device, "")).toCompletableFuture().join();
  }

  private static ScsiOutcome good(String disk, String controller) {
    return ScsiOutcome.Answered.good(data(disk, controller));
  }

  private static Bytes data(String disk, String controller) {
    String start = " ".repeat(8) + "HITACHI DF600F          0000" + " ".repeat(8);
    String text = start + disk + "0" + controller;
    return Bytes.of((text + " ".repeat(255 - text.length())).getBytes(StandardCharsets.ISO_8859_1));
  }
}
