package org.polypath.linux;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.PathDevice;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.path.DeviceState;
import org.polypath.api.path.PathFacts;
import org.polypath.scsi.Cdb;
import org.polypath.scsi.SupportedPages;
import org.polypath.scsi.VolumeName;

/**
 * Asks disks for pages that only some vendors' have: those that tell an RDAC array, and what an HPE
 * 3PAR array calls the disk. Only disks whose list of pages, as the kernel read it, has a page's
 * number are asked for it, all at once.
 *
 * @param devices the device of a path
 * @param pageList the kernel's copy of the list of pages; no bytes if it has none
 */
record VendorPages(Function<PathFacts, PathDevice> devices, Function<PathFacts, Bytes> pageList) {
  private static final Duration TIMEOUT = Duration.ofSeconds(3);

  /** Other vendors' pages have this number too: the name in it tells. */
  private static final int RDAC_PAGE = 0xc9;

  private static final int RDAC_LENGTH = 48;
  private static final int RDAC_NAME_OFFSET = 4;
  private static final Bytes RDAC_NAME = Bytes.of('v', 'a', 'c', '1');

  private static final String VOLUME_VENDOR = "3PARdata";
  private static final int VOLUME_LENGTH = 252;

  /** The same paths in the same order. */
  List<PathFacts> complete(List<PathFacts> paths) {
    List<CompletableFuture<PathFacts>> answers = paths.stream().map(this::complete).toList();
    return answers.stream().map(CompletableFuture::join).toList();
  }

  private CompletableFuture<PathFacts> complete(PathFacts path) {
    boolean asked = path.address().isPresent() && path.deviceState() == DeviceState.RUNNING;
    return asked
        ? SupportedPages.decode(pageList.apply(path))
            .toOptional()
            .map(pages -> complete(path, pages))
            .orElseGet(() -> CompletableFuture.completedFuture(path))
        : CompletableFuture.completedFuture(path);
  }

  private CompletableFuture<PathFacts> complete(PathFacts path, SupportedPages pages) {
    if (pages.has(VolumeName.PAGE) && path.vendor().equals(VOLUME_VENDOR)) {
      return ask(path, VolumeName.PAGE, VOLUME_LENGTH, VendorPages::withVolume);
    }
    return pages.has(RDAC_PAGE)
        ? ask(path, RDAC_PAGE, RDAC_LENGTH, VendorPages::withArray)
        : CompletableFuture.completedFuture(path);
  }

  private CompletableFuture<PathFacts> ask(
      PathFacts path, int page, int length, BiFunction<PathFacts, Bytes, PathFacts> completed) {
    return devices
        .apply(path)
        .send(new ScsiCommand(Cdb.vitalProductData(page, length), length, TIMEOUT))
        .thenApply(
            outcome ->
                outcome instanceof ScsiOutcome.Answered answer && answer.isGood()
                    ? completed.apply(path, answer.data())
                    : path)
        .toCompletableFuture();
  }

  private static PathFacts withArray(PathFacts path, Bytes page) {
    return page.slice(RDAC_NAME_OFFSET, RDAC_NAME.length()).equals(RDAC_NAME)
        ? path.change().rdac(true).build()
        : path;
  }

  private static PathFacts withVolume(PathFacts path, Bytes page) {
    return path.change().volume(VolumeName.decode(page).toOptional().map(VolumeName::text)).build();
  }
}
