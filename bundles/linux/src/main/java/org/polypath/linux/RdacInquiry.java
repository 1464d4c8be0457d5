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
import org.polypath.scsi.Cdb;
import org.polypath.scsi.SupportedPages;

/**
 * Finds the disks of RDAC arrays: they have a page of their own, whose name tells it from other
 * vendors' pages of that number. Only disks whose list of pages, as the kernel read it, has that
 * number are asked, all at once.
 *
 * @param devices the device of a path
 * @param pageList the kernel's copy of the list of pages; no bytes if it has none
 */
record RdacInquiry(Function<PathFacts, PathDevice> devices, Function<PathFacts, Bytes> pageList) {
  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final int PAGE = 0xc9;
  private static final int LENGTH = 48;
  private static final int NAME_OFFSET = 4;
  private static final Bytes NAME = Bytes.of('v', 'a', 'c', '1');

  /** The same paths in the same order. */
  List<PathFacts> complete(List<PathFacts> paths) {
    List<CompletableFuture<PathFacts>> answers = paths.stream().map(this::complete).toList();
    return answers.stream().map(CompletableFuture::join).toList();
  }

  private CompletableFuture<PathFacts> complete(PathFacts path) {
    boolean asked =
        path.address().isPresent()
            && path.deviceState() == DeviceState.RUNNING
            && SupportedPages.decode(pageList.apply(path))
                .toOptional()
                .filter(pages -> pages.has(PAGE))
                .isPresent();
    return asked ? ask(path) : CompletableFuture.completedFuture(path);
  }

  private CompletableFuture<PathFacts> ask(PathFacts path) {
    return devices
        .apply(path)
        .send(new ScsiCommand(Cdb.vitalProductData(PAGE, LENGTH), LENGTH, TIMEOUT))
        .thenApply(
            outcome ->
                outcome instanceof ScsiOutcome.Answered answer
                        && answer.isGood()
                        && answer.data().slice(NAME_OFFSET, NAME.length()).equals(NAME)
                    ? path.change().rdac(true).build()
                    : path)
        .toCompletableFuture();
  }
}
