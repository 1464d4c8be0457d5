package org.polypath.daemon.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.DeviceFailure;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.path.Wwid;
import org.polypath.core.effect.Effect.IdentifyPath;
import org.polypath.core.event.Event;
import org.polypath.core.event.Event.PathIdentified;
import org.polypath.scsi.Cdb;
import org.polypath.scsi.testing.FakePathDevice;

/** What a device says of itself, or that it does not. */
class IdentificationTest {
  private static final Bytes INQUIRY = Cdb.vitalProductData(0x83, 1024);
  private static final Bytes ATTENTION = Bytes.ofHex("72062900 00000000");
  private static final Bytes NAA =
      Bytes.ofHex("0083 0014 01030010 60060160 11111111 22222222 33333333");

  private final List<Event> events = new ArrayList<>();

  @Test
  void theIdentifierIsTheOneThatDiscoveryWouldFind() {
    assertThat(identify(ScsiOutcome.Answered.good(NAA)))
        .isEqualTo(
            new PathIdentified(
                "sda", 7, Optional.of(new Wwid("360060160111111112222222233333333")), ""));
  }

  @Test
  void aPassingTroubleIsNoAnswer() {
    assertThat(
            identify(ScsiOutcome.Answered.checkCondition(ATTENTION), ScsiOutcome.Answered.good(NAA))
                .identifier())
        .isPresent();
  }

  @Test
  void whoCannotBeAskedIsNobodyAndTheReasonIsKept() {
    PathIdentified event =
        identify(new ScsiOutcome.NotSent(DeviceFailure.NO_DEVICE, "sda: no such device"));
    assertThat(event.identifier()).isEmpty();
    assertThat(event.fault()).contains("sda: no such device");
  }

  @Test
  void bytesThatMakeNoSenseAreNobody() {
    PathIdentified event = identify(ScsiOutcome.Answered.good(Bytes.of(1, 2, 3)));
    assertThat(event.identifier()).isEmpty();
    assertThat(event.fault()).isNotEmpty();
  }

  private PathIdentified identify(ScsiOutcome... outcomes) {
    FakePathDevice device = new FakePathDevice().answers(INQUIRY, outcomes);
    new Identification(new OnePath(device), events::add)
        .perform(new IdentifyPath(device.facts(), 7, 30));
    assertThat(events).hasSize(1);
    return (PathIdentified) events.get(0);
  }
}
