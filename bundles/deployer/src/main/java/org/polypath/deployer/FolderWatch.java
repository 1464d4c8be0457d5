package org.polypath.deployer;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says when to look at a folder: at once when the kernel reports a change, soon while a file is
 * still being written, and every few seconds anyway, because network file systems report nothing.
 */
final class FolderWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
  private static final Duration SOON = Duration.ofMillis(100);
  private static final Duration ANYWAY = Duration.ofSeconds(2);

  private final Path folder;
  private final Optional<WatchService> kernel;
  private Optional<WatchKey> key = Optional.empty();

  private FolderWatch(Path folder, Optional<WatchService> kernel) {
    this.folder = folder;
    this.kernel = kernel;
  }

  static FolderWatch of(Path folder) {
    try {
      return new FolderWatch(folder, Optional.of(folder.getFileSystem().newWatchService()));
    } catch (IOException e) {
      LOG.info(
          "the deploy folder is polled, because the kernel does not watch it: {}", e.toString());
      return new FolderWatch(folder, Optional.empty());
    }
  }

  /**
   * Waits until it is time to look.
   *
   * @param soon whether some file is still being written
   */
  void await(boolean soon) throws InterruptedException {
    long millis = (soon ? SOON : ANYWAY).toMillis();
    if (soon || !register()) {
      TimeUnit.MILLISECONDS.sleep(millis);
      return;
    }
    WatchKey reported = kernel.get().poll(millis, TimeUnit.MILLISECONDS);
    if (reported != null) {
      reported.pollEvents();
      reported.reset();
    }
  }

  /** The folder may come later, or be made anew. */
  private boolean register() {
    if (kernel.isPresent() && key.filter(WatchKey::isValid).isEmpty()) {
      try {
        key =
            Optional.of(
                folder.register(
                    kernel.get(),
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE));
      } catch (IOException e) {
        key = Optional.empty();
      }
    }
    return key.isPresent();
  }

  @Override
  public void close() {
    if (kernel.isPresent()) {
      try {
        kernel.get().close();
      } catch (IOException e) {
        LOG.debug("closing the folder watch", e);
      }
    }
  }
}
