package org.polypath.vendor.dellemc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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

class EmcPrioritizerTest {
  private static final Bytes INQUIRY = Bytes.ofHex("1201c0008000");

  private final FakePathDevice device = new FakePathDevice();

  @Test
  void theStorageProcessorIsAskedOnce() {
    assertThat(prioritize(ReportPage.inState(2)))
        .isEqualTo(Priority.of(4, "unit state 2, at its default owner"));
    assertThat(device.commands())
        .extracting(ScsiCommand::block, ScsiCommand::responseLength)
        .containsExactly(tuple(INQUIRY, 128));
  }

  @ParameterizedTest
  @CsvSource({
    // unit state, default owner, current owner
    "0, 0, 1, 0",
    "1, 0, 1, 1",
    "2, 0, 1, 2",
    "2, 1, 0, 2",
    "0, 1, 1, 2",
    "1, 0, 0, 3",
    "1, 1, 1, 3",
    "2, 0, 0, 4",
    "2, 1, 1, 4"
  })
  void stateAndOwnerAddUp(int unitState, int byte5, int byte8, int priority) {
    ReportPage page = ReportPage.inState(unitState).with(5, byte5).with(8, byte8);

    assertThat(prioritize(page).value()).hasValue(priority);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0x83, unit report page in unknown format",
    "9, 0x01, unit report page in unknown format",
    "27, 0x02, path not correctly configured for failover",
    "28, 0x05, path not correctly configured for failover",
    "30, 0xfb, path not correctly configured for failover",
    "48, 0x01, path not available for normal operations"
  })
  void aPageThatIsNotInOrderIsNoPriority(int offset, String value, String message) {
    Priority priority = prioritize(ReportPage.inState(2).with(offset, Integer.decode(value)));

    assertThat(priority.value()).isEmpty();
    assertThat(priority.message()).startsWith("VPD page 0xc0: " + message);
  }

  @Test
  void aPageThatIsCutIsNoPriority() {
    ReportPage cut = new ReportPage(ReportPage.inState(2).bytes().slice(0, 48));

    assertThat(prioritize(cut).value()).isEmpty();
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
                    Integer.decode(status), host, driver, Bytes.ofHex(sense), Bytes.EMPTY)))
        .isEqualTo(Priority.undefined("VPD page 0xc0: " + message));
  }

  @ParameterizedTest
  @EnumSource(DeviceFailure.class)
  void aPathThatIsNotAskedHasNoPriority(DeviceFailure failure) {
    assertThat(prioritize(new ScsiOutcome.NotSent(failure, "SG_IO on /dev/sda")))
        .isEqualTo(Priority.undefined("VPD page 0xc0: SG_IO on /dev/sda"));
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void noTroubleGivesAPriority(Trouble trouble) {
    assertThat(prioritize(trouble.outcome()).value()).isEmpty();
  }

  private Priority prioritize(ReportPage page) {
    return prioritize(ScsiOutcome.Answered.good(page.bytes()));
  }

  private Priority prioritize(ScsiOutcome outcome) {
    device.answers(INQUIRY, outcome);
    return new EmcPrioritizer().prioritize(FakeRequest.on(device, "")).toCompletableFuture().join();
  }
}
