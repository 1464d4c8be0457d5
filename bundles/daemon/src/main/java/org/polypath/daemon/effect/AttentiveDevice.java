package org.polypath.daemon.effect;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.polypath.api.device.PathDevice;
import org.polypath.api.device.ReadOutcome;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.path.DeviceState;
import org.polypath.api.path.PathFacts;
import org.polypath.scsi.SenseData;
import org.polypath.scsi.SenseKey;

/**
 * A path on which it is noticed, whoever sends the command, when the device says in passing that it
 * or its logical units may be others now. A unit attention is told once: the plug-in that gets it
 * only sends its command again.
 */
final class AttentiveDevice implements PathDevice {
  /** Power on, reset, or bus device reset occurred (SPC-4 annex D). */
  private static final int RESET = 0x29;

  /** Target operating conditions have changed. */
  private static final int CONDITIONS = 0x3f;

  private static final int INQUIRY_DATA_CHANGED = 0x03;
  private static final int REPORTED_UNITS_CHANGED = 0x0e;

  private final PathDevice device;
  private volatile boolean changed;

  AttentiveDevice(PathDevice device) {
    this.device = device;
  }

  /** Whether the device said that something changed. */
  boolean hasChanged() {
    return changed;
  }

  @Override
  public PathFacts facts() {
    return device.facts();
  }

  @Override
  public CompletionStage<ScsiOutcome> send(ScsiCommand command) {
    return device.send(command).thenApply(this::listen);
  }

  @Override
  public CompletionStage<ScsiOutcome> sendShared(ScsiCommand command) {
    return device.sendShared(command).thenApply(this::listen);
  }

  @Override
  public CompletionStage<ReadOutcome> read(long offset, int length, Duration timeout) {
    return device.read(offset, length, timeout);
  }

  @Override
  public Optional<String> attribute(String name) {
    return device.attribute(name);
  }

  @Override
  public DeviceState state() {
    return device.state();
  }

  private ScsiOutcome listen(ScsiOutcome outcome) {
    if (outcome.fold(AttentiveDevice::tellsOfChange, notSent -> false)) {
      changed = true;
    }
    return outcome;
  }

  private static boolean tellsOfChange(ScsiOutcome.Answered answer) {
    return SenseData.decode(answer.sense())
        .toOptional()
        .filter(sense -> sense.key() == SenseKey.UNIT_ATTENTION)
        .filter(AttentiveDevice::isAboutIdentity)
        .isPresent();
  }

  private static boolean isAboutIdentity(SenseData sense) {
    int qualifier = sense.additionalQualifier();
    return sense.additionalCode() == RESET
        || (sense.additionalCode() == CONDITIONS
            && (qualifier == INQUIRY_DATA_CHANGED || qualifier == REPORTED_UNITS_CHANGED));
  }
}
