package org.polypath.daemon.effect;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.polypath.api.device.PathDevice;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.daemon.plugin.ForwardingDevice;
import org.polypath.scsi.SenseData;
import org.polypath.scsi.SenseKey;

/**
 * A path on which it is noticed, whoever sends the command, when the device says in passing that it
 * or its logical units may be others now. A unit attention is told once: the plug-in that gets it
 * only sends its command again.
 */
final class AttentiveDevice extends ForwardingDevice {
  /** Power on, reset, or bus device reset occurred (SPC-4 annex D). */
  private static final int RESET = 0x29;

  /** Target operating conditions have changed. */
  private static final int CONDITIONS = 0x3f;

  private static final int INQUIRY_DATA_CHANGED = 0x03;
  private static final int REPORTED_UNITS_CHANGED = 0x0e;

  private volatile boolean changed;

  AttentiveDevice(PathDevice device) {
    super(device);
  }

  /** Whether the device said that something changed. */
  boolean hasChanged() {
    return changed;
  }

  @Override
  protected CompletionStage<ScsiOutcome> scsi(
      ScsiCommand command, Supplier<CompletionStage<ScsiOutcome>> send) {
    return super.scsi(command, send).thenApply(this::listen);
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
