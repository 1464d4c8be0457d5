package org.polypath.vendor.datacore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
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

class DataCorePrioritizerTest {
  private static final Bytes INQUIRY = Bytes.ofHex("12000000ff00");
  private static final String ARGUMENTS = "preferredsds=SDS1";

  private final FakePathDevice device = new FakePathDevice();

  @ParameterizedTest
  @CsvSource({
    // where in the data, the name there, priority
    "112, SDS1, 1",
    "124, SDS1, 1",
    "115, mySDS12, 1",
    "112, sds1, 0",
    "112, SDS2, 0",
    "112, SDS, 0",
    "111, SDS1, 0",
    "125, SDS1, 0",
    "128, SDS1, 0",
    "40, SDS1, 0"
  })
  void theServersFieldDecides(int offset, String name, int priority) {
    assertThat(prioritize(ARGUMENTS, good(data(offset, name))).value()).hasValue(priority);
  }

  @Test
  void theServerIsTold() {
    assertThat(prioritize(ARGUMENTS, good(data(112, "SDS2"))))
        .isEqualTo(Priority.of(0, "storage domain server SDS2"));
  }

  @ParameterizedTest
  @CsvSource({
    "preferredsds=SDS1, 600000",
    "' preferredsds=SDS1 ', 600000",
    "timeout=1 preferredsds=SDS1, 1",
    "'timeout=5000   preferredsds=SD', 5000",
    "timeout=999999999 preferredsds=SDS1, 999999999"
  })
  void theCommandHasTheTimeOfTheArguments(String arguments, long milliseconds) {
    assertThat(prioritize(arguments, good(data(112, "SDS1"))).value()).hasValue(1);
    assertThat(device.commands())
        .containsExactly(new ScsiCommand(INQUIRY, 255, Duration.ofMillis(milliseconds)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SDS1",
        "preferredsds=",
        "preferredsds=S",
        "preferredsds=SDS1 SDS2",
        "preferredsds= SDS1",
        "preferredsdsSDS1",
        "timeout=5000",
        "timeout= preferredsds=SDS1",
        "timeout=0 preferredsds=SDS1",
        "timeout=-1 preferredsds=SDS1",
        "timeout=5s preferredsds=SDS1",
        "timeout=1000000000 preferredsds=SDS1",
        "timeout=5000preferredsds=SDS1",
        "exclusive_pref_bit preferredsds=SDS1"
      })
  void wrongArgumentsAreZeroAndNothingIsSent(String arguments) {
    assertThat(prioritize(arguments, good(data(112, "SDS1"))))
        .isEqualTo(
            Priority.of(
                0,
                "prio_args: \""
                    + arguments
                    + "\"; wanted: [timeout=MILLISECONDS] preferredsds=NAME, 2 characters or more"));
    assertThat(device.commands()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 36, 112, 115})
  void dataThatAreCutNameNoServer(int length) {
    assertThat(prioritize(ARGUMENTS, good(data(112, "SDS1").slice(0, length))).value()).hasValue(0);
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
    ScsiOutcome outcome =
        new ScsiOutcome.Answered(
            Integer.decode(status), host, driver, Bytes.ofHex(sense), data(112, "SDS1"));

    assertThat(prioritize(ARGUMENTS, outcome)).isEqualTo(Priority.undefined("INQUIRY: " + message));
  }

  @ParameterizedTest
  @EnumSource(DeviceFailure.class)
  void aPathThatIsNotAskedHasNoPriority(DeviceFailure failure) {
    assertThat(prioritize(ARGUMENTS, new ScsiOutcome.NotSent(failure, "SG_IO on /dev/sda")))
        .isEqualTo(Priority.undefined("INQUIRY: SG_IO on /dev/sda"));
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void noTroubleGivesAPriority(Trouble trouble) {
    assertThat(prioritize(ARGUMENTS, trouble.outcome()).value()).isEmpty();
  }

  private Priority prioritize(String arguments, ScsiOutcome outcome) {
    device.answers(INQUIRY, outcome);
    return new DataCorePrioritizer()
        .prioritize(FakeRequest.on(device, arguments))
        .toCompletableFuture()
        .join();
  }

  private static ScsiOutcome good(Bytes data) {
    return ScsiOutcome.Answered.good(data);
  }

  private static Bytes data(int offset, String name) {
    byte[] data = new byte[255];
    byte[] text = name.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(text, 0, data, offset, text.length);
    return Bytes.of(data);
  }
}
