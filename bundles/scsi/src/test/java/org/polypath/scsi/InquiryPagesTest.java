package org.polypath.scsi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.polypath.api.device.Bytes;
import org.polypath.api.path.TargetPortGroupSupport;
import org.polypath.api.path.Wwid;
import org.polypath.scsi.testing.Recorded;

/** INQUIRY answers of the kernel's two targets are read as sg_inq and sg_vpd read them. */
class InquiryPagesTest {
  @Test
  void standardDataNamesTheHardware() {
    assertThat(StandardInquiry.decode(Recorded.bytes("scsi_debug-inquiry")).toOptional())
        .contains(
            new StandardInquiry(
                0, 0, 7, TargetPortGroupSupport.IMPLICIT, "Linux", "scsi_debug", "0191"));
    assertThat(StandardInquiry.decode(Recorded.bytes("lio-inquiry")).toOptional())
        .contains(
            new StandardInquiry(0, 0, 6, TargetPortGroupSupport.BOTH, "LIO-ORG", "FILEIO", "4.0"));
  }

  @Test
  void standardDataOfLessThan36BytesIsAnError() {
    Bytes data = Recorded.bytes("lio-inquiry");

    assertThat(StandardInquiry.decode(data.slice(0, 36)).toOptional()).isPresent();
    assertThat(StandardInquiry.decode(data.slice(0, 35)).toOptional()).isEmpty();
  }

  @Test
  void theUpperBitsOfTheFirstByteAreTheQualifier() {
    byte[] data = Recorded.bytes("lio-inquiry").toArray();
    data[0] = 0x65;

    StandardInquiry inquiry = StandardInquiry.decode(Bytes.of(data)).toOptional().orElseThrow();

    assertThat(inquiry.peripheralQualifier()).isEqualTo(3);
    assertThat(inquiry.deviceType()).isEqualTo(5);
  }

  @Test
  void supportedPagesAreListed() {
    SupportedPages pages =
        SupportedPages.decode(Recorded.bytes("scsi_debug-vpd00")).toOptional().orElseThrow();

    assertThat(pages.codes())
        .containsExactly(0x00, 0x80, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0xb0, 0xb1, 0xb2);
    assertThat(pages.has(0x83)).isTrue();
    assertThat(pages.has(0xc9)).isFalse();
  }

  @Test
  void serialNumbersLoseWhatFillsThemUp() {
    assertThat(serial(Recorded.bytes("scsi_debug-vpd80"))).contains("2000");
    assertThat(serial(Recorded.bytes("lio-vpd80"))).contains("4a1b2c3d-0001");
    assertThat(serial(Bytes.ofHex("0080000720204142204320"))).contains("AB C");
    assertThat(serial(Bytes.ofHex("00800000"))).contains("");
  }

  @Test
  void aVolumesNameStandsBehindItsLengthInPagesThatAreNewEnough() {
    String before = "00c0002d 04" + "00".repeat(35);
    assertThat(volume(before + "00000005 7371 6c2d31")).contains(new VolumeName("sql-1"));
    assertThat(volume(before + "00000006 7371 6c2d3100")).contains(new VolumeName("sql-1"));
    assertThat(volume(before.replace("2d 04", "2d 03") + "00000005 7371 6c2d31")).isEmpty();
    assertThat(volume(before + "00000007 7371 6c2d31")).isEmpty();
    assertThat(volume(before + "ffffffff 7371 6c2d31")).isEmpty();
    assertThat(volume(before)).isEmpty();
  }

  private static Optional<VolumeName> volume(String page) {
    return VolumeName.decode(Bytes.ofHex(page)).toOptional();
  }

  @Test
  void anotherPageThanTheOneWantedIsAnError() {
    assertThat(serial(Recorded.bytes("lio-vpd83"))).isEmpty();
    assertThat(serial(Bytes.ofHex("008000"))).isEmpty();
  }

  @Test
  void aPageEndsWhereItsHeaderSays() {
    assertThat(serial(Bytes.ofHex("008000024142434445"))).contains("AB");
    assertThat(VitalProductPage.decode(Bytes.ofHex("008000024142434445"), 0x80).toOptional())
        .contains(new VitalProductPage(0x80, Bytes.ofHex("4142"), false));
    assertThat(VitalProductPage.decode(Bytes.ofHex("0080000341 42"), 0x80).toOptional())
        .contains(new VitalProductPage(0x80, Bytes.ofHex("4142"), true));
  }

  @Test
  void scsiDebugIsNamedAsUdevNamesIt() {
    DeviceIdentification page = identification("scsi_debug-vpd83");

    assertThat(page.wwid().toOptional()).contains(new Wwid("1Linux_scsi_debug_2000"));
    assertThat(page.targetPortGroup()).hasValue(0x100);
    assertThat(page.relativeTargetPort()).hasValue(1);
    assertThat(page.overflow()).isFalse();
  }

  @Test
  void lioIsNamedAsUdevNamesIt() {
    DeviceIdentification page = identification("lio-vpd83");

    assertThat(page.wwid().toOptional()).contains(new Wwid("360014054a1b2c3d00010000000000000"));
    assertThat(page.targetPortGroup()).hasValue(1);
    assertThat(page.relativeTargetPort()).hasValue(1);
    assertThat(page.designators())
        .extracting(Designator::type)
        .containsExactly(
            Designator.Type.NAA,
            Designator.Type.T10_VENDOR,
            Designator.Type.RELATIVE_TARGET_PORT,
            Designator.Type.TARGET_PORT_GROUP,
            Designator.Type.LOGICAL_UNIT_GROUP,
            Designator.Type.SCSI_NAME,
            Designator.Type.SCSI_NAME);
  }

  @Test
  void designatorsKeepCodeSetAndAssociation() {
    Designator last = identification("lio-vpd83").designators().get(6);

    assertThat(last.codeSet()).isEqualTo(3);
    assertThat(last.association()).isEqualTo(Designator.Association.TARGET_DEVICE);
    assertThat(last.identifier().text()).startsWith("naa.6001405000000001");
  }

  @Test
  void portNumbersOfAWrongLengthDoNotCount() {
    Bytes page = Bytes.ofHex("0083000e 0114 0002 0001 0115 0004 00000007");

    DeviceIdentification decoded = DeviceIdentification.decode(page).toOptional().orElseThrow();

    assertThat(decoded.relativeTargetPort()).isEmpty();
    assertThat(decoded.targetPortGroup()).hasValue(7);
  }

  private static DeviceIdentification identification(String recording) {
    return DeviceIdentification.decode(Recorded.bytes(recording)).toOptional().orElseThrow();
  }

  private static Optional<String> serial(Bytes page) {
    return UnitSerialNumber.decode(page).toOptional().map(UnitSerialNumber::text);
  }
}
