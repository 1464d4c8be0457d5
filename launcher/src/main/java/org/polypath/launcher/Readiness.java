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

  /** The daemon serves. */
  void ready() {
    if (told.compareAndSet(false, true)) {
      answer(READY);
      notifySystemd();
    }
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

  /** Through systemd's own program: the JDK has no datagram sockets of the Unix kind. */
  private static void notifySystemd() {
    if (System.getenv("NOTIFY_SOCKET") == null) {
      return;
    }
    try {
      new ProcessBuilder("systemd-notify", "--ready", "--status=paths are watched")
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      LOG.warn("systemd is not told that the daemon is ready: {}", e.toString());
    }
  }
}
