package org.polypath.client.path;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.api.device.Bytes;

/** The texts are those that sg_rtpg of sg3-utils 1.46 printed of these answers. */
class PortGroupReportTest {
  private static final Bytes SCSI_DEBUG =
      Bytes.ofHex("00000018 000f0100 00000001 00000001 03080180 00000001 00000002");

  /** LIO's answer with an extended header, cut to its first group. */
  private static final Bytes EXTENDED = Bytes.ofHex("00000010 10050000 80cf0001 00020001 00000001");

  @Test
  void theReportIsThatOfTheReference() {
    assertThat(new PortGroupReport(SCSI_DEBUG, false).text())
        .isEqualTo(
            """
            Report target port groups:
              target port group id : 0x100 , Pref=0, Rtpg_fmt=0
                target port group asymmetric access state : 0x00
                T_SUP : 0, O_SUP : 0, LBD_SUP : 0, U_SUP : 1, S_SUP : 1, AN_SUP : 1, AO_SUP : 1
                status code : 0x00
                vendor unique status : 0x00
                target port count : 01
                Relative target port ids:
                  0x01
              target port group id : 0x180 , Pref=0, Rtpg_fmt=0
                target port group asymmetric access state : 0x03
                T_SUP : 0, O_SUP : 0, LBD_SUP : 0, U_SUP : 1, S_SUP : 0, AN_SUP : 0, AO_SUP : 0
                status code : 0x00
                vendor unique status : 0x00
                target port count : 01
                Relative target port ids:
                  0x02
            """);
  }

  @Test
  void statesAndStatusCodesAreNamedWhereAskedFor() {
    assertThat(new PortGroupReport(EXTENDED, true).text())
        .isEqualTo(
            """
            Report target port groups:
              Implicit transition time: 5
              target port group id : 0x1 , Pref=1, Rtpg_fmt=0
                target port group asymmetric access state : 0x00 (active/optimized)
                T_SUP : 1, O_SUP : 1, LBD_SUP : 0, U_SUP : 1, S_SUP : 1, AN_SUP : 1, AO_SUP : 1
                status code : 0x02 (target port asym. state changed by implicit lu behaviour)
                vendor unique status : 0x00
                target port count : 01
                Relative target port ids:
                  0x01
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "00, active/optimized",
    "01, active/non optimized",
    "02, standby",
    "03, unavailable",
    "04, logical block dependent",
    "0e, offline",
    "0f, transitioning between states",
    "05, unknown"
  })
  void everyStateHasAName(String state, String name) {
    Bytes answer = Bytes.ofHex("00000008" + state + "000001 00000000");

    assertThat(new PortGroupReport(answer, true).text())
        .contains("access state : 0x" + state + " (" + name + ")\n")
        .endsWith("target port count : 00\n");
  }

  @Test
  void theBytesAreThoseOfTheAnswer() {
    assertThat(new PortGroupReport(SCSI_DEBUG, true).hex())
        .isEqualTo(
            """
             00     00 00 00 18 00 0f 01 00  00 00 00 01 00 00 00 01
             10     03 08 01 80 00 00 00 01  00 00 00 02
            """);
  }

  @Test
  void anAnswerThatIsCutIsReportedAsFarAsItGoes() {
    assertThat(new PortGroupReport(SCSI_DEBUG.slice(0, 20), false).text().lines())
        .filteredOn(line -> line.contains("group id"))
        .hasSize(1);
    assertThat(new PortGroupReport(Bytes.EMPTY, false).text())
        .isEqualTo("Report target port groups:\n");
  }
}
