package org.polypath.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** Boots the container in this process and stays until somebody asks for the end. */
public final class Launcher {
  private static final long STOP_SECONDS = 12;

  /** Status of a daemon that was told to stop by a signal: it did as it was told. */
  private static final int STOPPED = 0;

  /** What a shell reports of a program that a signal ended: 128 + SIGINT. */
  private static final int INTERRUPTED = 130;

  private final Map<String, String> properties;
  private final Mode mode;
  private final Readiness readiness;

  private Launcher(Map<String, String> properties, Readiness readiness) throws LaunchException {
    this.properties = properties;
    this.mode = Mode.of(properties.get(PropertyNames.MODE));
    this.readiness = readiness;
  }

  /**
   * Runs the platform. A failure to start is one line on standard error and status 1. The caller
   * ends the JVM with the status: bundles may have left threads behind.
   *
   * @param properties names as in {@link PropertyNames}; what is left out has a default
   * @return the exit status that was asked for
   */
  public static int run(Map<String, String> properties) {
    return run(properties, new Readiness(false));
  }

  static int run(Map<String, String> properties, Readiness readiness) {
    try {
      return new Launcher(Defaults.ofThisProcess().complete(properties), readiness).run();
    } catch (LaunchException e) {
      readiness.refused(e.getMessage());
      StandardError.line("polypath: " + e.getMessage());
      return 1;
    }
  }

  private int run() throws LaunchException {
    LogWriter log = Logging.start(properties);
    try {
      return run(log);
    } finally {
      log.flush();
    }
  }

  private int run(LogWriter log) throws LaunchException {
    properties.forEach(System::setProperty);
    NativeLibrary.use(Path.of(properties.get(PropertyNames.HOME)));
    RunDirectory run = RunDirectory.prepare(Path.of(properties.get(PropertyNames.RUN)));
    Optional<PidFile> lock = lock();
    if (mode == Mode.DAEMON) {
      becomeDaemon();
    }
    Ending ending = new Ending(mode == Mode.DAEMON ? STOPPED : INTERRUPTED, log);
    try {
      return host(run.storage(ProcessHandle.current().pid()), ending);
    } finally {
      release(lock);
      ending.done();
    }
  }

  private int host(Path storage, Ending ending) throws LaunchException {
    List<ShippedBundle> bundles = ShippedBundles.of(Path.of(properties.get(PropertyNames.HOME)));
    Container container = Container.create(properties, storage);
    try {
      container.offer(ending::ask, () -> ready(container));
      if (mode == Mode.DAEMON) {
        Signals.handle("HUP", () -> container.signal("HUP"));
        endBy("TERM", ending);
        endBy("INT", ending);
      }
      container.start(bundles);
      return ending.await();
    } finally {
      container.tellServiceManager("STOPPING=1");
      container.stop(STOP_SECONDS, TimeUnit.SECONDS);
      RunDirectory.remove(storage);
    }
  }

  /** Not left to the JVM: it takes the log away while the bundles still stop. */
  private static void endBy(String signal, Ending ending) {
    Signals.handle(
        signal,
        () -> {
          LoggerFactory.getLogger(Launcher.class).info("signal received: SIG{}: stopping", signal);
          ending.ask(STOPPED);
        });
  }

  private void ready(Container container) {
    if (readiness.ready()) {
      container.tellServiceManager("READY=1");
    }
  }

  private Optional<PidFile> lock() throws LaunchException {
    String path = properties.get(PropertyNames.PID_FILE);
    return path.isEmpty()
        ? Optional.empty()
        : Optional.of(PidFile.take(Path.of(path), ProcessHandle.current().pid()));
  }

  private static void release(Optional<PidFile> lock) {
    try {
      if (lock.isPresent()) {
        lock.get().close();
      }
    } catch (IOException e) {
      LoggerFactory.getLogger(Launcher.class).warn("the pid file stays behind", e);
    }
  }

  private static void becomeDaemon() {
    System.setOut(LoggedOutput.stream());
    System.setErr(LoggedOutput.stream());
    try {
      ProcessFacts.rename("multipathd");
    } catch (IOException e) {
      LoggerFactory.getLogger(Launcher.class)
          .warn("the process is not named multipathd: pgrep does not find it", e);
    }
  }
}
