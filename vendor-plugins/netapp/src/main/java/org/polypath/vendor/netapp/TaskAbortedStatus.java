package org.polypath.vendor.netapp;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.PathDevice;
import org.polypath.api.device.ScsiCommand;
import org.polypath.scsi.Attempts;
import org.polypath.scsi.Cdb;
import org.polypath.scsi.Cdb.PageControl;
import org.polypath.scsi.CommandStatus;
import org.polypath.scsi.Decoded;

/**
 * Has a controller end commands that it aborts for another host with the status TASK ABORTED, where
 * it would otherwise say nothing: the TAS bit of the control mode page (SPC-4 7.5.8).
 */
final class TaskAbortedStatus {
  private static final int CONTROL_PAGE = 0x0a;
  private static final int HEADER = 8;
  private static final int LENGTH = HEADER + 12;
  private static final int PAGE_CODE = 0x3f;

  /** Where the bit is: in byte 5 of the page. */
  private static final int OFFSET = HEADER + 5;

  private static final int BIT = 0x40;

  private TaskAbortedStatus() {}

  /**
   * Sets the bit and has it saved, if it is not set and can be.
   *
   * @param timeout for each of three commands at most
   * @return what came of it, in words
   */
  static CompletionStage<String> enable(PathDevice device, Duration timeout) {
    return page(device, PageControl.CURRENT, timeout)
        .thenCompose(
            current ->
                current.<CompletionStage<String>>fold(
                    known ->
                        isSet(known) ? completed("TAS is set") : change(device, known, timeout),
                    error -> completed("TAS not known: " + error.text())));
  }

  private static CompletionStage<String> change(
      PathDevice device, Bytes current, Duration timeout) {
    return page(device, PageControl.CHANGEABLE, timeout)
        .thenCompose(
            mask ->
                mask.toOptional().filter(TaskAbortedStatus::isSet).isPresent()
                    ? select(device, current, timeout)
                    : completed("TAS cannot be changed"));
  }

  private static CompletionStage<String> select(
      PathDevice device, Bytes current, Duration timeout) {
    // older controllers take the page without the bit that says it is one
    ScsiCommand command =
        ScsiCommand.sending(Cdb.modeSelect10(false, true, LENGTH), withBit(current), timeout);
    return Attempts.send(device, command, Attempts.LIMIT, CommandStatus::isPassing)
        .thenApply(
            reply ->
                reply.fold(
                    (status, data) -> status.isGood() ? "TAS set" : "TAS not set: " + status,
                    failure -> "TAS not set: " + failure.text()));
  }

  /** The list to send: what the header and the page's first bit tell is only for reading. */
  private static Bytes withBit(Bytes current) {
    byte[] list = current.toArray();
    for (int i = 0; i < HEADER; i++) {
      list[i] = 0;
    }
    list[HEADER] &= PAGE_CODE;
    list[OFFSET] |= BIT;
    return Bytes.of(list);
  }

  private static CompletionStage<Decoded<Bytes>> page(
      PathDevice device, PageControl values, Duration timeout) {
    return Attempts.send(device, Cdb.modeSense10(values, CONTROL_PAGE, LENGTH), LENGTH, timeout)
        .thenApply(reply -> reply.decode(TaskAbortedStatus::decode));
  }

  private static Decoded<Bytes> decode(Bytes answer) {
    return answer.has(0, LENGTH) && (answer.u8(HEADER) & PAGE_CODE) == CONTROL_PAGE
        ? Decoded.of(answer)
        : Decoded.malformed(
            Decoded.Defect.INVALID, "no control mode page after the header: " + answer.hex());
  }

  private static boolean isSet(Bytes page) {
    return (page.u8(OFFSET) & BIT) != 0;
  }

  private static CompletionStage<String> completed(String text) {
    return CompletableFuture.completedFuture(text);
  }
}
