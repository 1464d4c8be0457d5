package org.polypath.vendor.netapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.DeviceFailure;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.prioritizer.Priority;
import org.polypath.scsi.testing.FakePathDevice;
import org.polypath.scsi.testing.FakeRequest;
import org.polypath.scsi.testing.Trouble;

class RdacPrioritizerTest {
  private static final Bytes INQUIRY = Bytes.ofHex("1201c9003000");

  private final FakePathDevice device = new FakePathDevice();

  @ParameterizedTest
  @CsvSource({
    // flags, preference
    "0x00, 0x00, 0, 'not owner'",
    "0x00, 0x02, 1, 'not owner'",
    "0x00, 0x01, 4, 'not owner, preferred'",
    "0x01, 0x00, 2, 'owner'",
    "0x01, 0x02, 3, 'owner'",
    "0x01, 0x01, 6, 'owner, preferred'",
    "0x01, 0x03, 2, 'owner'",
    "0x01, 0xf1, 6, 'owner, preferred'",
    "0x20, 0x00, 8, 'not owner, both controllers take I/O'",
    "0x20, 0x02, 9, 'not owner, both controllers take I/O'",
    "0x21, 0x02, 11, 'owner, both controllers take I/O'",
    "0x20, 0x01, 12, 'not owner, both controllers take I/O, preferred'",
    "0xff, 0x01, 14, 'owner, both controllers take I/O, preferred'",
    "0xde, 0x00, 0, 'not owner'"
  })
  void ownershipSharingAndPreferenceAddUp(
      String flags, String preference, int priority, String message) {
    Bytes page = page("00c9002c 76616331", Integer.decode(flags), Integer.decode(preference));

    assertThat(prioritize(good(page))).isEqualTo(Priority.of(priority, message));
    assertThat(device.commands())
        .extracting(ScsiCommand::block, ScsiCommand::responseLength)
        .containsExactly(tuple(INQUIRY, 48));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0083002c 76616331",
        "00c90030 76616331",
        "00c9002c 56414331",
        "00c9002c 76617831",
        "00c9002c 00000000"
      })
  void anotherPageIsNoPriority(String header) {
    assertThat(prioritize(good(page(header, 0x01, 0x01))))
        .isEqualTo(Priority.undefined("VPD page 0xc9: it is no volume access control page"));
  }

  @Test
  void aPageThatIsCutIsNoPriority() {
    assertThat(prioritize(good(Bytes.ofHex("00c9002c 766163"))))
        .isEqualTo(Priority.undefined("VPD page 0xc9: 7 bytes, at least 13 wanted"));
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
        .isEqualTo(Priority.undefined("VPD page 0xc9: " + message));
  }

  @ParameterizedTest
  @EnumSource(DeviceFailure.class)
  void aPathThatIsNotAskedHasNoPriority(DeviceFailure failure) {
    assertThat(prioritize(new ScsiOutcome.NotSent(failure, "SG_IO on /dev/sda")))
        .isEqualTo(Priority.undefined("VPD page 0xc9: SG_IO on /dev/sda"));
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void noTroubleGivesAPriority(Trouble trouble) {
    assertThat(prioritize(trouble.outcome()).value()).isEmpty();
  }

  private Priority prioritize(ScsiOutcome... outcomes) {
    device.answers(INQUIRY, outcomes);
    return new RdacPrioritizer()
        .prioritize(FakeRequest.on(device, ""))
        .toCompletableFuture()
        .join();
  }

  private static Bytes page(String header, int flags, int preference) {
    byte[] page = new byte[48];
    System.arraycopy(Bytes.ofHex(header).toArray(), 0, page, 0, 8);
    page[8] = (byte) flags;
    page[9] = (byte) preference;
    return Bytes.of(page);
  }

  private static ScsiOutcome good(Bytes data) {
    return ScsiOutcome.Answered.good(data);
  }
}
