package org.polypath.daemon.state;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.polypath.api.path.Wwid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * WWIDs whose maps could not be made: an empty file each, {@code failed_wwids/WWID}, that lives
 * until the next boot. udev's rules leave such disks to others. One thread uses it.
 */
final class FailedWwids {
  private static final Logger LOG = LoggerFactory.getLogger(FailedWwids.class);

  private final Path directory;

  FailedWwids(Path markers) {
    directory = markers.resolve("failed_wwids");
  }

  /** Notes whether a map could be made. */
  void note(Wwid wwid, boolean succeeded) {
    Path marker = directory.resolve(wwid.text()).normalize();
    if (!directory.equals(marker.getParent())) {
      LOG.debug("a WWID that cannot be a file's name is not marked; wwid: {}", wwid);
      return;
    }
    try {
      if (succeeded) {
        Files.deleteIfExists(marker);
      } else {
        Files.createDirectories(directory);
        Files.createFile(marker);
      }
    } catch (FileAlreadyExistsException e) {
      LOG.debug("marked before; wwid: {}", wwid);
    } catch (IOException e) {
      LOG.warn("not marked; file: {}, cause: {}", marker, e.toString());
    }
  }
}
