package org.polypath.linux.device;

import com.sun.jna.Memory;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.ReadOutcome;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.linux.kernel.DeviceCalls;
import org.polypath.linux.kernel.SystemCallException;

/**
 * The way to one disk: a slot for SCSI commands and one for reads, each with its own descriptor, so
 * that neither waits for the other.
 */
final class PathChannel implements AutoCloseable {
  /**
   * What a SCSI command gets beyond its timeout: the kernel's error handling begins when the
   * timeout is over, and its answer says more than none.
   */
  private static final Duration ERROR_HANDLING = Duration.ofMillis(500);

  /** Direct reads go to memory aligned to this; no disk needs more. */
  private static final int ALIGNMENT = 4096;

  private final DeviceCalls calls;
  private final RequestSlot scsi;
  private final RequestSlot reading;
  private final HeldDescriptor scsiDescriptor;
  private final HeldDescriptor readDescriptor;

  /**
   * A way that is not open yet.
   *
   * @param name the disk's name, for messages
   */
  PathChannel(
      String name,
      HeldDescriptor scsiDescriptor,
      HeldDescriptor readDescriptor,
      DeviceCalls calls,
      RequestThreads threads) {
    this.calls = calls;
    this.scsi = new RequestSlot(name, threads);
    this.reading = new RequestSlot(name, threads);
    this.scsiDescriptor = scsiDescriptor;
    this.readDescriptor = readDescriptor;
  }

  CompletionStage<ScsiOutcome> send(ScsiCommand command) {
    return scsi.request(
        "SCSI command " + command.block().slice(0, 1).hex(),
        command.timeout().plus(ERROR_HANDLING),
        () -> scsiDescriptor.with(descriptor -> ScsiRequest.send(calls, descriptor, command)),
        ScsiOutcome.NotSent::new);
  }

  CompletionStage<ReadOutcome> read(long offset, int length, Duration timeout) {
    return reading.request(
        "read of " + length + " bytes at " + offset,
        timeout,
        () -> readDescriptor.with(descriptor -> read(descriptor, offset, length)),
        ReadOutcome.Failed::new);
  }

  private ReadOutcome read(int descriptor, long offset, int length) throws SystemCallException {
    try (Memory memory = new Memory((long) length + ALIGNMENT)) {
      Memory aligned = memory.align(ALIGNMENT);
      int count = calls.read(descriptor, aligned, length, offset);
      return new ReadOutcome.Completed(Bytes.of(aligned.getByteArray(0, count)));
    }
  }

  @Override
  public void close() {
    scsiDescriptor.close();
    readDescriptor.close();
  }
}
