package org.polypath.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whoever started the daemon that it serves, or why it does not. */
final class Readiness {
  private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
  private static final String READY = "ready";

  /** The descriptor that bin/multipathd reads. */
  private static final Path SHELL = Path.of("/proc/self/fd/3");

  private final boolean background;
  private final AtomicBoolean told = new AtomicBoolean();

  /**
   * Says nothing yet.
   *
   * @param background whether the script that started this process waits for an answer
   */
  Readiness(boolean background) {
    this.background = background;
  }

  /**
   * The daemon serves.
   *
   * @return whether that is news
   */
  boolean ready() {
    boolean news = told.compareAndSet(false, true);
    if (news) {
      answer(READY);
    }
    return news;
  }

  /** The daemon cannot start. */
  void refused(String reason) {
    if (told.compareAndSet(false, true)) {
      answer(reason);
    }
  }

  private void answer(String line) {
    if (!background) {
      return;
    }
    try {
      Files.writeString(SHELL, line + "\n", StandardOpenOption.WRITE);
    } catch (IOException e) {
      LOG.debug("nobody waits for the daemon to be ready", e);
    }
  }
}
