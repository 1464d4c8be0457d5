package org.polypath.linux.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has all files that the process is made of in memory, where the memory lock keeps them; on a
 * thread of its own. What comes later, such as libraries and bundles, is looked for again, some
 * seconds after the start and more seldom then.
 */
final class ResidentFiles implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ResidentFiles.class);

  /** On a host that starts the maps come first. */
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(8);

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final long KILOBYTE = 1024;

  private final ResidentCode code;
  private final ResidentJars jars;
  private final ScheduledExecutorService thread =
      new ScheduledThreadPoolExecutor(
          1,
          task -> {
            Thread made = new Thread(task, "resident");
            made.setDaemon(true);
            return made;
          });

  /** Said last, and not to be said again. */
  private String trouble = "";

  /**
   * Begins.
   *
   * @param self {@code /proc/self}
   */
  ResidentFiles(ProcessCalls calls, Path self) {
    code = new ResidentCode(calls, self.resolve("maps"));
    jars = new ResidentJars(self.resolve("fd"));
    later(this::takeClasses, FIRST_PAUSE);
    later(() -> takeAll(FIRST_PAUSE), FIRST_PAUSE);
  }

  /** Looks for no more; what is in memory stays there. */
  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void takeClasses() {
    try {
      LOG.info(
          "kept in memory: classes of the JDK: {} kB", new ResidentClasses().take() / KILOBYTE);
    } catch (IOException e) {
      LOG.warn(
          "classes of the JDK are read from their disk when they are needed: {}", e.toString());
    }
  }

  private void takeAll(Duration pause) {
    try {
      long libraries = code.take();
      long archives = jars.take();
      if (libraries + archives > 0) {
        LOG.info(
            "kept in memory: programs and libraries: {} kB, jars: {} kB",
            libraries / KILOBYTE,
            archives / KILOBYTE);
      }
      trouble = "";
    } catch (IOException | RuntimeException | InternalError e) {
      // the last: a file that was cut off is touched
      reportOnce(e.toString());
    }
    Duration longer = pause.multipliedBy(2);
    Duration next = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    later(() -> takeAll(next), next);
  }

  private void reportOnce(String reason) {
    if (!trouble.equals(reason)) {
      trouble = reason;
      LOG.warn("programs and jars may have to be read from their disk later: {}", reason);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // what goes wrong is logged
  private void later(Runnable task, Duration delay) {
    try {
      thread.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("not looked for while stopping");
    }
  }
}
