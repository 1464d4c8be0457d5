package org.polypath.simulator.san;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.ReadOutcome;
import org.polypath.api.device.ScsiOutcome;

/** The bytes of each answer. Of the built-in SAN sda is on acme, sdg on borealis port A1. */
class ScsiAnswersTest {
  private static final String TEST_UNIT_READY = "000000000000";

  private final SanBench bench = new SanBench();

  @Test
  void standardInquiryIdentifiesTheArrayAndItsPortGroupSupport() {
    Bytes acme = Bytes.ofHex(bench.data("sda", "120000006000"));
    assertThat(acme.length()).isEqualTo(96);
    assertThat(acme.slice(0, 8).hex()).isEqualTo("000006125b001002");
    assertThat(acme.slice(8, 28).text()).isEqualTo("ACME    Vault 3000      0130");
    Bytes borealis = Bytes.ofHex(bench.data("sdg", "120000006000"));
    assertThat(borealis.u8(5)).isEqualTo(0x10);
    assertThat(bench.data("sda", "120000000500")).isEqualTo("000006125b");
  }

  @Test
  void vitalProductDataNamesUnitAndPort() {
    assertThat(bench.data("sda", "12010000ff00")).isEqualTo("00000003008083");
    assertThat(bench.data("sdg", "12018000ff00")).isEqualTo("00800009" + hex("AUR9-0001"));
    assertThat(bench.data("sda", "12018300ff00"))
        .isEqualTo("0083001c" + "01030010600acee0000000000000000000000001" + "0114000400000001");
    assertThat(bench.data("sdj", "12018300ff00"))
        .isEqualTo(
            "00830024"
                + "01030010600b0ea1000000000000000000000001"
                + "0114000400000003"
                + "0115000400000002");
  }

  private static String hex(String text) {
    return Bytes.of(text.chars().toArray()).hex();
  }

  @Test
  void portGroupReportHasBothFormats() {
    String groups = "008f0001000200020000000100000002" + "018f0002000200020000000300000004";
    assertThat(bench.data("sdg", "a30a00000000000010000000")).isEqualTo("00000020" + groups);
    assertThat(bench.data("sdg", "a32a00000000000010000000"))
        .isEqualTo("0000002410000000" + groups);
    assertThat(bench.data("sdg", "a30a00000000000000080000")).isEqualTo("00000020008f0001");
  }

  @Test
  void capacityIsReportedInBothLengths() {
    assertThat(bench.data("sda", "25000000000000000000")).isEqualTo("013fffff00000200");
    assertThat(bench.data("sda", "9e10000000000000000000000020" + "0000"))
        .isEqualTo("000000000" + "13fffff00000200" + "0".repeat(40));
    bench.fault("resize acme 0 4T");
    bench.answer("sda", TEST_UNIT_READY);
    assertThat(bench.data("sda", "25000000000000000000")).isEqualTo("ffffffff00000200");
  }

  @Test
  void reportLunsListsWhatIsMapped() {
    bench.fault("unmap acme 1");
    assertThat(bench.data("sda", "a00000000000000010000000"))
        .isEqualTo("0000001000000000" + "0000000000000000" + "0002000000000000");
  }

  @Test
  void readsGiveTheSameContentHoweverTheyAreMade() {
    String byCommand = bench.data("sda", "28000000000800000800");
    String bySixteen = bench.data("sdd", "88000000000000000008" + "000000080000");
    assertThat(byCommand).hasSize(8192).isEqualTo(bySixteen);
    assertThat(bench.read("sda", 4096, 4096))
        .isEqualTo(new ReadOutcome.Completed(Bytes.ofHex(byCommand)));
    assertThat(bench.data("sdb", "28000000000800000800")).isNotEqualTo(byCommand);
  }

  @ParameterizedTest
  @CsvSource({
    "c00000000000, 05/20/00",
    "1201c000ff00, 05/24/00",
    "120080000000, 05/24/00",
    "28000fffffff00000100, 05/21/00",
    "a30a00000000000010000000, 05/20/00"
  })
  void whatTheUnitDoesNotKnowIsAnIllegalRequest(String command, String sense) {
    assertThat(bench.sense("sda", command)).isEqualTo("2 sense " + sense);
  }

  @Test
  void senseIsInFixedFormat() {
    assertThat(bench.answer("sda", "c00000000000"))
        .isEqualTo(
            ScsiOutcome.Answered.checkCondition(
                Bytes.ofHex("700005000000000a00000000200000000000")));
  }

  @ParameterizedTest
  @CsvSource({
    "standby, 02/04/0b",
    "unavailable, 02/04/0c",
    "transitioning, 02/04/0a",
  })
  void portThatIsNotActiveSaysWhyAfterTheUnitAttention(String state, String sense) {
    bench.fault("alua borealis 1 " + state);
    assertThat(bench.sense("sdg", TEST_UNIT_READY)).isEqualTo("2 sense 06/2a/06");
    assertThat(bench.sense("sdg", TEST_UNIT_READY)).isEqualTo("2 sense " + sense);
    assertThat(bench.sense("sdg", "28000000000000000100")).isEqualTo("2 sense " + sense);
    assertThat(bench.data("sdg", "a30a00000000000010000000")).hasSize(72);
    assertThat(bench.sense("sdj", TEST_UNIT_READY)).isEqualTo("2 sense 06/2a/06");
    assertThat(bench.answer("sdj", TEST_UNIT_READY).isGood()).isTrue();
  }

  @Test
  void unmappedUnitIsGoneOnEveryPathAndComesBackWithAnAttention() {
    bench.fault("unmap acme 0");
    assertThat(bench.sense("sda", TEST_UNIT_READY)).isEqualTo("2 sense 05/25/00");
    assertThat(Bytes.ofHex(bench.data("sda", "120000006000")).u8(0)).isEqualTo(0x7f);
    bench.fault("map acme 0");
    assertThat(bench.sense("sda", TEST_UNIT_READY)).isEqualTo("2 sense 06/3f/0e");
    assertThat(bench.answer("sda", TEST_UNIT_READY).isGood()).isTrue();
  }

  @Test
  void inquiryDoesNotTakeTheUnitAttention() {
    bench.fault("resize acme 0 20G");
    bench.data("sda", "120000006000");
    assertThat(bench.sense("sda", TEST_UNIT_READY)).isEqualTo("2 sense 06/2a/09");
  }

  @Test
  void answerIsCutToTheLengthTheCallerHas() {
    assertThat(bench.send("sda", "120000006000", 5))
        .isEqualTo(ScsiOutcome.Answered.good(Bytes.ofHex("000006125b")));
  }
}
