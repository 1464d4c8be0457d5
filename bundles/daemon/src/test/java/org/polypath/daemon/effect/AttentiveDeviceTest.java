package org.polypath.daemon.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.scsi.testing.FakePathDevice;

/** Which sense data make a path say who it is. */
class AttentiveDeviceTest {
  private static final ScsiCommand TEST_UNIT_READY =
      new ScsiCommand(Bytes.of(0, 0, 0, 0, 0, 0), 0, Duration.ofSeconds(1));

  @ParameterizedTest
  @CsvSource({
    "06, 29, 00, true",
    "06, 3f, 03, true",
    "06, 3f, 0e, true",
    "06, 2a, 06, false",
    "06, 3f, 01, false",
    "02, 04, 0b, false"
  })
  void onlyWhatIsAboutIdentityCounts(String key, String code, String qualifier, boolean changed) {
    Bytes sense = Bytes.ofHex("72" + key + code + qualifier + "00000000");
    FakePathDevice device =
        new FakePathDevice()
            .answers(TEST_UNIT_READY.block(), ScsiOutcome.Answered.checkCondition(sense));
    AttentiveDevice attentive = new AttentiveDevice(device);
    attentive.send(TEST_UNIT_READY);
    assertThat(attentive.hasChanged()).isEqualTo(changed);
  }
}
