package org.polypath.control.pathrules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.polypath.api.platform.Platform;
import org.polypath.api.settings.Configuration;
import org.polypath.api.topology.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the {@link PathRules} of the configuration in force in files: one that lives until the next
 * boot, and one that is there when the next boot begins. Only the daemon writes them.
 */
@Component(
    service = {},
    immediate = true)
public final class PathRulesFile {
  private static final Logger LOG = LoggerFactory.getLogger(PathRulesFile.class);
  private static final long CLOSE_SECONDS = 3;

  private final List<Path> files;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(task -> thread(task, "path rules"));
  private final Optional<Platform.Subscription> subscription;

  /** Belongs to the platform's thread. */
  private Optional<Configuration> written = Optional.empty();

  /** For the container. */
  @Activate
  public PathRulesFile(BundleContext context, @Reference Platform platform) {
    this(
        platform,
        "daemon".equals(context.getProperty("polypath.mode"))
            ? Stream.of("polypath.run.multipath", "polypath.state.directory")
                .flatMap(name -> Optional.ofNullable(context.getProperty(name)).stream())
                .map(directory -> Path.of(directory, "path-rules"))
                .toList()
            : List.of());
  }

  PathRulesFile(Platform platform, List<Path> files) {
    this.files = files;
    this.subscription =
        files.isEmpty() ? Optional.empty() : Optional.of(platform.subscribe(this::published));
  }

  /** What is to be written still is, if that takes no longer than it should. */
  @Deactivate
  public void close() {
    subscription.ifPresent(Platform.Subscription::close);
    writer.shutdown();
    try {
      if (!writer.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("path rules were not written within {} s", CLOSE_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void published(Topology topology) {
    Optional<Configuration> now = topology.configuration();
    if (now.isPresent() && written.filter(before -> before == now.get()).isEmpty()) {
      written = now;
      writer.execute(() -> write(now.get()));
    }
  }

  private void write(Configuration configuration) {
    String text = PathRules.of(configuration);
    for (Path file : files) {
      try {
        replace(file, text);
      } catch (IOException e) {
        LOG.warn(
            "udev's rules start a program for each change of the configuration until this can be"
                + " written; file: {}, cause: {}",
            file,
            e.toString());
      }
    }
  }

  private static void replace(Path file, String text) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    Files.createDirectories(directory);
    Path draft = Files.createTempFile(directory, "path-rules", ".new");
    try {
      Files.writeString(draft, text);
      Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-r--r--"));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static Thread thread(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
