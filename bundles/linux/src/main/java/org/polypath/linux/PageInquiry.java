package org.polypath.linux;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.PathDevice;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.path.DeviceState;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.PathFactsBuilder;
import org.polypath.scsi.Cdb;
import org.polypath.scsi.DeviceIdentification;
import org.polypath.scsi.UnitSerialNumber;

/**
 * Asks disks themselves for the identifying pages that the kernel did not keep: it reads them only
 * from devices that claim a standard new enough. All disks are asked at once, so that several that
 * do not answer cost the time of one.
 *
 * @param devices the device of a path
 */
record PageInquiry(Function<PathFacts, PathDevice> devices) {
  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final int LENGTH = 252;

  /** The same paths in the same order, completed where a disk answered. */
  List<PathFacts> complete(List<PathFacts> paths) {
    List<CompletableFuture<PathFacts>> answers = paths.stream().map(this::complete).toList();
    return answers.stream().map(CompletableFuture::join).toList();
  }

  private CompletableFuture<PathFacts> complete(PathFacts path) {
    if (!isToBeAsked(path)) {
      return CompletableFuture.completedFuture(path);
    }
    PathDevice device = devices.apply(path);
    return ask(device, DeviceIdentification.PAGE)
        .thenCombine(
            CompletableFuture.completedFuture(path.change()), PageInquiry::addIdentification)
        .thenCompose(
            facts ->
                ask(device, UnitSerialNumber.PAGE)
                    .thenApply(page -> addSerial(facts, page).build()));
  }

  /** USB and ATA bridges are known to fail on pages that they do not announce. */
  private static boolean isToBeAsked(PathFacts path) {
    boolean lacksPages = path.pageIdentifier().isEmpty() && path.serial().isEmpty();
    return lacksPages
        && path.deviceState() == DeviceState.RUNNING
        && switch (path.transport()) {
          case USB, ATA, FIREWIRE -> false;
          default -> path.address().isPresent();
        };
  }

  private static CompletableFuture<Bytes> ask(PathDevice device, int page) {
    return device
        .send(new ScsiCommand(Cdb.vitalProductData(page, LENGTH), LENGTH, TIMEOUT))
        .thenApply(
            outcome ->
                outcome instanceof ScsiOutcome.Answered answer && answer.isGood()
                    ? answer.data()
                    : Bytes.EMPTY)
        .toCompletableFuture();
  }

  private static PathFactsBuilder addIdentification(Bytes page, PathFactsBuilder facts) {
    DeviceIdentification.decode(page)
        .toOptional()
        .ifPresent(
            identification ->
                facts
                    .pageIdentifier(identification.wwid().toOptional())
                    .targetPortGroup(
                        facts.build().targetPortGroupSupport(), identification.targetPortGroup()));
    return facts;
  }

  private static PathFactsBuilder addSerial(PathFactsBuilder facts, Bytes page) {
    UnitSerialNumber.decode(page).toOptional().ifPresent(serial -> facts.serial(serial.text()));
    return facts;
  }
}
