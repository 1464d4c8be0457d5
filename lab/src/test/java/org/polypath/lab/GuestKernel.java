package org.polypath.lab;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The process tree that is the guest's kernel. It never outlives this JVM: it ends with {@link
 * #close}, with the JVM's own end, and by itself when its console's other end is gone.
 */
final class GuestKernel implements AutoCloseable {
  private static final int CONSOLE_LINES = 40;
  private static final long LONGEST_LIFE_SECONDS = 3600;

  private final Process boot;
  private final Writer input;
  private final Console console = new Console(CONSOLE_LINES);
  private final Thread shutdownHook = new Thread(this::kill, "lab-kill-guest");

  private GuestKernel(Process boot, Path consoleFile) {
    this.boot = boot;
    this.input = boot.outputWriter(StandardCharsets.UTF_8);
    Thread reader =
        new Thread(() -> console.copy(boot.getInputStream(), consoleFile), "lab-console");
    reader.setDaemon(true);
    reader.start();
    Runtime.getRuntime().addShutdownHook(shutdownHook);
  }

  /**
   * Starts a guest that serves an agent.
   *
   * @param lab the directory with the boot script
   * @param shared what the guest calls {@code /out}
   */
  static GuestKernel start(Path lab, Path shared) {
    List<String> command =
        List.of(
            lab.resolve("boot").toString(),
            "-t",
            Long.toString(LONGEST_LIFE_SECONDS),
            "-d",
            shared.toString(),
            lab.resolve("guest/agent").toString());
    try {
      Process boot = new ProcessBuilder(command).redirectErrorStream(true).start();
      return new GuestKernel(boot, shared.resolve("console.log"));
    } catch (IOException e) {
      throw new GuestLostException("start " + command, e);
    }
  }

  boolean isRunning() {
    return boot.isAlive();
  }

  /** What the machine's processors have done for the guest, but for its processes that ended. */
  Duration processorTime() {
    return boot.descendants()
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  String consoleTail() {
    return console.tail();
  }

  /** Sends a line to the agent. */
  void send(String line) {
    try {
      input.write(line + "\n");
      input.flush();
    } catch (IOException e) {
      throw new GuestLostException("send to the guest: " + line, e);
    }
  }

  /** Ends the guest: asks it first, then kills it. */
  @Override
  public void close() {
    try {
      send("stop");
      boot.waitFor(10, TimeUnit.SECONDS);
    } catch (GuestLostException e) {
      console.add("(already gone)");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill();
    if (Thread.currentThread() != shutdownHook) {
      Runtime.getRuntime().removeShutdownHook(shutdownHook);
    }
  }

  /** Kills the kernel's processes; the boot script then tidies up behind them and ends. */
  private void kill() {
    try {
      for (int attempt = 0; boot.isAlive() && attempt < 5; attempt++) {
        boot.descendants().forEach(ProcessHandle::destroyForcibly);
        boot.waitFor(1, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    boot.destroyForcibly();
  }
}
