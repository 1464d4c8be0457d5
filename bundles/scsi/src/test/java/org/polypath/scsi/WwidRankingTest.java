package org.polypath.scsi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.api.device.Bytes;
import org.polypath.api.path.Wwid;

/** Which designator of page 0x83 becomes the WWID, and what its text is. */
class WwidRankingTest {
  private static final String NAA6 = designator(1, 3, "60014054a1b2c3d00000000000000001");
  private static final String NAA5 = designator(1, 3, "5001405000000001");
  private static final String NAA2 = designator(1, 3, "2001405000000001");
  private static final String NAA3 = designator(1, 3, "3001405000000001");
  private static final String EUI = designator(1, 2, "0011223344556677");
  private static final String NAME = designator(3, 8, ascii("iqn.2003-01.Org.Example:a\0\0\0"));
  private static final String T10 = designator(2, 1, ascii("LIO-ORG lun0    x y  "));
  private static final String VENDOR = designator(2, 0, ascii("anything"));

  @Test
  void eachKindGivesItsText() {
    assertThat(wwid(NAA6)).isEqualTo("360014054a1b2c3d00000000000000001");
    assertThat(wwid(NAA5)).isEqualTo("35001405000000001");
    assertThat(wwid(NAA2)).isEqualTo("32001405000000001");
    assertThat(wwid(NAA3)).isEqualTo("33001405000000001");
    assertThat(wwid(EUI)).isEqualTo("20011223344556677");
    assertThat(wwid(NAME)).isEqualTo("82003-01.Org.Example:a");
    assertThat(wwid(T10)).isEqualTo("1LIO-ORG_lun0_x_y");
  }

  @Test
  void longEuiIdentifiersCountToo() {
    assertThat(wwid(designator(1, 2, "00112233445566778899aabb")))
        .isEqualTo("200112233445566778899aabb");
    assertThat(wwid(designator(1, 2, "00112233445566778899aabbccddeeff")))
        .isEqualTo("200112233445566778899aabbccddeeff");
  }

  @Test
  void namesOfEuiAndNaaKindBecomeLowerCase() {
    assertThat(wwid(designator(3, 8, ascii("eui.0011223344AABBCC"))))
        .isEqualTo("20011223344aabbcc");
    assertThat(wwid(designator(3, 8, ascii("naa.5001405AABBCCDDE"))))
        .isEqualTo("35001405aabbccdde");
  }

  @Test
  void theBetterOneWinsWhereverItStands() {
    String[] best = {NAA6, NAA5, NAA2, EUI, NAME, T10, NAA3, VENDOR};
    for (int better = 0; better < best.length - 1; better++) {
      String wanted = wwid(best[better]);
      for (int worse = better + 1; worse < best.length; worse++) {
        assertThat(wwid(best[worse], best[better])).isEqualTo(wanted);
        assertThat(wwid(best[better], best[worse])).isEqualTo(wanted);
      }
    }
  }

  @Test
  void ofEqualsTheFirstWins() {
    String other = designator(1, 3, "6001405ffffffffffffffffffffffffe");

    assertThat(wwid(NAA6, other)).isEqualTo("360014054a1b2c3d00000000000000001");
    assertThat(wwid(other, NAA6)).isEqualTo("36001405ffffffffffffffffffffffffe");
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "3"})
  void namesOfPortAndTargetDoNotCount(int association) {
    String port = "01" + "%02x".formatted(association << 4 | 3) + "0008" + "5001405000000001";

    assertThat(error(page(port))).isEqualTo(Decoded.Defect.NO_DATA);
    assertThat(wwid(port, T10)).isEqualTo("1LIO-ORG_lun0_x_y");
  }

  @ParameterizedTest
  @CsvSource({
    "3, 6001405000000000", "3, 500140500000", "3, 20014050000000", "3, 300140", "2, 00112233",
    "1, 4c494f2d", "6, 0000", "7, 00112233", "8, 6e61612e", "1, 4c494f2d4f5247200a62"
  })
  void aWrongLengthIsRememberedAndTheScanGoesOn(int type, String hex) {
    String wrong = designator(1, type, hex);

    assertThat(error(page(wrong))).isEqualTo(Decoded.Defect.INVALID);
    assertThat(error(page(wrong, VENDOR))).isEqualTo(Decoded.Defect.INVALID);
    assertThat(error(page(VENDOR, wrong))).isEqualTo(Decoded.Defect.INVALID);
    assertThat(wwid(wrong, NAA3)).isEqualTo("33001405000000001");
    assertThat(wwid(NAA3, wrong)).isEqualTo("33001405000000001");
  }

  @ParameterizedTest
  @CsvSource({"0, 61", "6, 00000001", "7, 00112233445566778899aabbccddeeff", "10, 1000"})
  void someKindsNameNoLogicalUnit(int type, String hex) {
    assertThat(error(page(designator(1, type, hex)))).isEqualTo(Decoded.Defect.NO_DATA);
  }

  @Test
  void anUnknownKindOfNaaOrNameIsNoError() {
    assertThat(error(page(designator(1, 3, "4001405000000001")))).isEqualTo(Decoded.Defect.NO_DATA);
    assertThat(error(page(designator(3, 8, ascii("abc.def"))))).isEqualTo(Decoded.Defect.NO_DATA);
  }

  @Test
  void aLengthPastTheEndEndsTheScan() {
    Bytes cut = page(T10, NAA6).slice(0, page(T10).length() + 6);
    Bytes nothingBefore = page(VENDOR, NAA6).slice(0, page(VENDOR).length() + 6);

    assertThat(wwid(cut)).isEqualTo("1LIO-ORG_lun0_x_y");
    assertThat(error(nothingBefore)).isEqualTo(Decoded.Defect.OVERFLOW);
  }

  @Test
  void anEmptyPageHasNoData() {
    assertThat(error(page())).isEqualTo(Decoded.Defect.NO_DATA);
  }

  @Test
  void aLongNameIsCutToWhatAWwidMayHave() {
    String text = wwid(designator(3, 8, ascii("iqn." + "n".repeat(200))));

    assertThat(text).isEqualTo("8" + "n".repeat(Wwid.MAX_LENGTH - 1));
  }

  private static String wwid(String... designators) {
    return wwid(page(designators));
  }

  private static String wwid(Bytes page) {
    return DeviceIdentification.decode(page)
        .flatMap(DeviceIdentification::wwid)
        .fold(Wwid::text, error -> "no WWID: " + error.text());
  }

  private static Decoded.Defect error(Bytes page) {
    return DeviceIdentification.decode(page)
        .flatMap(DeviceIdentification::wwid)
        .<Decoded.Defect>fold(
            value -> {
              throw new AssertionError("a WWID: " + value);
            },
            Decoded.Malformed::defect);
  }

  private static Bytes page(String... designators) {
    String body = String.join("", designators);
    return Bytes.ofHex("0083" + "%04x".formatted(body.length() / 2) + body);
  }

  private static String designator(int codeSet, int type, String hex) {
    return "%02x%02x00%02x".formatted(codeSet, type, hex.length() / 2) + hex;
  }

  private static String ascii(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
  }
}
