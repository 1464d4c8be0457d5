package org.polypath.daemon.effect;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.polypath.api.device.Bytes;
import org.polypath.api.discovery.PathDiscovery;
import org.polypath.api.path.Wwid;
import org.polypath.core.effect.Effect.IdentifyPath;
import org.polypath.core.event.Event;
import org.polypath.core.event.Event.PathIdentified;
import org.polypath.scsi.Attempts;
import org.polypath.scsi.Cdb;
import org.polypath.scsi.Decoded;
import org.polypath.scsi.DeviceIdentification;
import org.polypath.scsi.Reply;

/** Asks a device who it is: INQUIRY for page 0x83 (SPC-4 7.8.6), past everything remembered. */
final class Identification {
  private static final int LENGTH = 1024;

  private final PathDiscovery discovery;
  private final Consumer<Event> events;

  Identification(PathDiscovery discovery, Consumer<Event> events) {
    this.discovery = discovery;
    this.events = events;
  }

  void perform(IdentifyPath effect) {
    try {
      Bytes inquiry = Cdb.vitalProductData(DeviceIdentification.PAGE, LENGTH);
      Duration timeout = Duration.ofSeconds(effect.timeoutSeconds());
      Attempts.send(discovery.device(effect.path()), inquiry, LENGTH, timeout)
          .whenComplete((reply, failure) -> answer(effect, Optional.ofNullable(reply)));
    } catch (RuntimeException e) {
      events.accept(
          new PathIdentified(
              effect.path().name(), effect.number(), Optional.empty(), e.toString()));
    }
  }

  private void answer(IdentifyPath effect, Optional<Reply> reply) {
    Decoded<Wwid> wwid =
        reply
            .map(Identification::wwid)
            .orElseGet(() -> Decoded.malformed(Decoded.Defect.NO_DATA, "no answer"));
    events.accept(
        wwid.fold(
            found ->
                new PathIdentified(effect.path().name(), effect.number(), Optional.of(found), ""),
            error ->
                new PathIdentified(
                    effect.path().name(), effect.number(), Optional.empty(), error.text())));
  }

  private static Decoded<Wwid> wwid(Reply reply) {
    return reply.decode(
        bytes -> DeviceIdentification.decode(bytes).flatMap(DeviceIdentification::wwid));
  }
}
