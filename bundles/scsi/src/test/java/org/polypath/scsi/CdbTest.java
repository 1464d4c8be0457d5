package org.polypath.scsi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CdbTest {
  @Test
  void blocksAreThoseOfTheStandard() {
    assertThat(Cdb.testUnitReady().hex()).isEqualTo("000000000000");
    assertThat(Cdb.inquiry(255).hex()).isEqualTo("12000000ff00");
    assertThat(Cdb.inquiry(0x0123).hex()).isEqualTo("120000012300");
    assertThat(Cdb.vitalProductData(0x83, 1024).hex()).isEqualTo("120183040000");
    assertThat(Cdb.read10(0, 8).hex()).isEqualTo("28000000000000000800");
    assertThat(Cdb.read10(0x89abcdefL, 0x1234).hex()).isEqualTo("280089abcdef00123400");
    assertThat(Cdb.reportTargetPortGroups(4096).hex()).isEqualTo("a30a00000000000010000000");
    assertThat(Cdb.reportTargetPortGroupsExtended(0x01020304).hex())
        .isEqualTo("a32a00000000010203040000");
  }

  @Test
  void modePagesAreAskedForAndSet() {
    assertThat(Cdb.modeSense10(Cdb.PageControl.CURRENT, 0x0a, 20).hex())
        .isEqualTo("5a080a00000000001400");
    assertThat(Cdb.modeSense10(Cdb.PageControl.CHANGEABLE, 0x0a, 20).hex())
        .isEqualTo("5a084a00000000001400");
    assertThat(Cdb.modeSense10(Cdb.PageControl.DEFAULT, 0x0a, 0x0114).hex())
        .isEqualTo("5a088a00000000011400");
    assertThat(Cdb.modeSense10(Cdb.PageControl.SAVED, 0x0a, 20).hex()).startsWith("5a08ca");
    assertThat(Cdb.modeSelect10(true, true, 20).hex()).isEqualTo("55110000000000001400");
    assertThat(Cdb.modeSelect10(true, false, 0x0102).hex()).isEqualTo("55100000000000010200");
    assertThat(Cdb.modeSelect10(false, true, 20).hex()).isEqualTo("55010000000000001400");
  }
}
