package org.polypath.vendor.netapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
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

class OntapPrioritizerTest {
  private static final Bytes ATTRIBUTE = Bytes.ofHex("c000010a980a41800000");
  private static final Bytes PAGE_C1 = Bytes.ofHex("1201c1008000");
  private static final String NO_KIND = "00000008 0a980a01";

  private final FakePathDevice device = new FakePathDevice();

  @ParameterizedTest
  @CsvSource({
    "ism_sw, 2, iSCSI by software",
    "ism_sw2, 2, iSCSI by software",
    "iswt, 2, iSCSI by software",
    "iswta, 2, iSCSI by software",
    "ism_sn, 3, iSCSI by an adapter",
    "ism_sn1, 3, iSCSI by an adapter"
  })
  void anIscsiPortIsRankedByItsKind(String kind, int priority, String message) {
    device.answers(ATTRIBUTE, good(attribute(kind)));

    assertThat(prioritize()).isEqualTo(Priority.of(priority, message));
    assertThat(device.commands())
        .extracting(ScsiCommand::block, ScsiCommand::responseLength)
        .containsExactly(tuple(ATTRIBUTE, 128));
  }

  @ParameterizedTest
  @CsvSource({"00, 4", "02, 1", "fd, 4", "ff, 1"})
  void anyOtherPortIsRankedByWhetherItIsADetour(String flags, int priority) {
    device
        .answers(ATTRIBUTE, good(Bytes.ofHex(NO_KIND)))
        .answers(PAGE_C1, good(Bytes.ofHex("00c10010 000000000000000000000000000000" + flags)));

    assertThat(prioritize().value()).hasValue(priority);
    assertThat(device.commands())
        .extracting(ScsiCommand::block, ScsiCommand::responseLength)
        .containsExactly(tuple(ATTRIBUTE, 128), tuple(PAGE_C1, 128));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        NO_KIND,
        // no kind by the length, though it is there
        "00000008 0a980a01 41000006 69736d5f7377",
        // another attribute
        "00000012 0a980a01 42000006 69736d5f7377",
        // another kind
        "00000012 0a980a01 41000006 69736d5f7878",
        "0000000c 0a980a01 41000000",
        // the kind is elsewhere
        "00000013 0a980a01 41000007 2069736d5f7377"
      })
  void aPortWithoutAKnownKindIsAskedFurther(String answer) {
    device
        .answers(ATTRIBUTE, good(Bytes.ofHex(answer)))
        .answers(PAGE_C1, good(Bytes.ofHex("00c10010 00000000000000000000000000000002")));

    assertThat(prioritize()).isEqualTo(Priority.of(1, "by way of the partner"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "00c10010 000000000000000000000000000000",
        "00800010 00000000000000000000000000000002"
      })
  void aPageThatIsNoneSaysNothingOfADetour(String page) {
    device.answers(ATTRIBUTE, good(Bytes.ofHex(NO_KIND))).answers(PAGE_C1, good(Bytes.ofHex(page)));

    assertThat(prioritize().value()).hasValue(4);
  }

  @Test
  void aPageThatIsRefusedSaysNothingOfADetour() {
    device.answers(ATTRIBUTE, good(Bytes.ofHex(NO_KIND)));

    assertThat(prioritize())
        .isEqualTo(Priority.of(4, "direct, as far as known: check condition, sense 05/20/00"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "00000012", "00000012 0a980a02 41000006 69736d5f7377", "00000012 0a98"})
  void anAnswerThatIsNotSignedIsZero(String answer) {
    device.answers(ATTRIBUTE, good(Bytes.ofHex(answer)));

    assertThat(prioritize())
        .isEqualTo(Priority.of(0, "port kind: the answer is not signed 0a980a01 at byte 4"));
    assertThat(device.commands()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 0, 8, 72052000, 'check condition, sense 05/20/00'",
    "2, 0, 8, 72020401, 'check condition, sense 02/04/01'",
    "8, 0, 0, '', busy",
    "0, 1, 0, '', host no connect",
    "0, 7, 0, '', host error",
    "0, 0, 6, '', driver timeout"
  })
  void anyFailureIsZero(String status, int host, int driver, String sense, String message) {
    device.answers(
        ATTRIBUTE,
        new ScsiOutcome.Answered(
            Integer.decode(status), host, driver, Bytes.ofHex(sense), attribute("ism_sw")));

    assertThat(prioritize()).isEqualTo(Priority.of(0, "port kind: " + message));
  }

  @ParameterizedTest
  @EnumSource(DeviceFailure.class)
  void aPathThatIsNotAskedIsZero(DeviceFailure failure) {
    device.answers(ATTRIBUTE, new ScsiOutcome.NotSent(failure, "SG_IO on /dev/sda"));

    assertThat(prioritize()).isEqualTo(Priority.of(0, "port kind: SG_IO on /dev/sda"));
  }

  @Test
  void aUnitAttentionIsAskedAgain() {
    device.answers(
        ATTRIBUTE,
        ScsiOutcome.Answered.checkCondition(Bytes.ofHex("72062900")),
        good(attribute("iswt")));

    assertThat(prioritize().value()).hasValue(2);
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void everyTroubleWithTheKindIsZeroAndWithThePageDirect(Trouble trouble) {
    device.answers(ATTRIBUTE, trouble.outcome());
    assertThat(prioritize().value()).hasValue(0);

    device.answers(ATTRIBUTE, good(Bytes.ofHex(NO_KIND))).answers(PAGE_C1, trouble.outcome());
    assertThat(prioritize().value()).hasValue(4);
  }

  private Priority prioritize() {
    return new OntapPrioritizer()
        .prioritize(FakeRequest.on(device, ""))
        .toCompletableFuture()
        .join();
  }

  private static Bytes attribute(String kind) {
    String text = Bytes.of(kind.getBytes(StandardCharsets.ISO_8859_1)).hex();
    int total = 12 + kind.length();
    return Bytes.ofHex(String.format("%08x 0a980a01 410000%02x %s", total, kind.length(), text));
  }

  private static ScsiOutcome good(Bytes data) {
    return ScsiOutcome.Answered.good(data);
  }
}
