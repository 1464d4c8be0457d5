package org.polypath.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A running guest. A test drives it step by step: each step is a bash script, run as root. The
 * guest has one CPU, and starting a process takes it some 20 ms: few processes make a quick step.
 *
 * <p>For one thread.
 */
public final class Guest implements AutoCloseable {
  /** How long a step may take if nothing else is said. */
  public static final Duration STEP_LIMIT = Duration.ofMinutes(1);

  private static final Duration BOOT_LIMIT = Duration.ofMinutes(2);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  /** Says what a scenario left behind; its exit status is 0 if that is nothing. */
  private static final String LEFT_BEHIND =
      """
      left=$(pgrep -a multipath; compgen -G '/sys/block/dm-*'; compgen -G '/sys/block/sd*')
      echo "$left"; [ -z "$left" ]""";

  private final GuestKernel kernel;
  private final SharedDirectory directory;
  private final Deque<String> undo = new ArrayDeque<>();
  private int steps;
  private boolean discarded;

  private Guest(GuestKernel kernel, SharedDirectory directory) {
    this.kernel = kernel;
    this.directory = directory;
  }

  /**
   * Boots a guest and waits until it takes steps.
   *
   * @param lab the directory with the boot script
   * @param shared a directory of this machine that the guest will see as {@code /out}; emptied
   * @throws GuestLostException if it does not come up
   */
  public static Guest boot(Path lab, Path shared) {
    SharedDirectory directory = new SharedDirectory(shared.toAbsolutePath());
    directory.empty();
    directory.write(
        "environment", "export JAVA_HOME='%s'%n".formatted(System.getProperty("java.home")));
    Guest guest = new Guest(GuestKernel.start(lab, directory.path()), directory);
    if (!guest.appears("ready", BOOT_LIMIT)) {
      String console = guest.consoleTail();
      guest.close();
      throw new GuestLostException("boot", console);
    }
    return guest;
  }

  /** Runs a step that has to succeed, within {@link #STEP_LIMIT}. */
  public StepResult run(String script) {
    return run(script, STEP_LIMIT);
  }

  /**
   * Runs a step that has to succeed.
   *
   * @throws StepFailedException if its exit status is not 0
   * @throws StepTimeoutException if it does not end in time
   */
  public StepResult run(String script, Duration limit) {
    StepResult result = attempt(script, limit);
    if (result.exitStatus() != 0) {
      throw new StepFailedException(script, result);
    }
    return result;
  }

  /** Runs a step, whatever its exit status, within {@link #STEP_LIMIT}. */
  public StepResult attempt(String script) {
    return attempt(script, STEP_LIMIT);
  }

  /** Runs a step, whatever its exit status. */
  public StepResult attempt(String script, Duration limit) {
    return start(script).await(limit);
  }

  /** Starts a step and does not wait for its end. */
  public BackgroundStep start(String script) {
    requireRunning("start: " + script);
    steps++;
    directory.write("steps/%d/script".formatted(steps), script + "\n");
    send("run " + steps);
    return new BackgroundStep(this, steps, script);
  }

  /**
   * Waits for something to come about.
   *
   * @param description what, for the failure's message
   * @param limit how long to wait at most
   * @param observe looks, usually by a step
   * @param wanted whether what was seen is what is waited for
   * @return how long it took
   * @throws ConditionNotMetException if it does not come about in time
   */
  public <T> Duration await(
      String description, Duration limit, Supplier<T> observe, Predicate<? super T> wanted) {
    Instant start = Instant.now();
    while (true) {
      T seen = observe.get();
      Duration passed = Duration.between(start, Instant.now());
      if (wanted.test(seen)) {
        return passed;
      }
      if (passed.compareTo(limit) > 0) {
        throw new ConditionNotMetException(description, limit, seen);
      }
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
  }

  /** Writes a text file in the guest, and makes the directory it is in. */
  public void write(String file, String text) {
    directory.write("text", text);
    run("mkdir -p '%s'; cp /out/text '%s'".formatted(Path.of(file).getParent(), file));
  }

  /** The text of a file in the guest, without the newlines at its end; empty if it has none. */
  public String read(String file) {
    return run("printf %%s \"$(< '%s')\"".formatted(file)).stdout();
  }

  /** Puts a file into the guest, as a cautious administrator does: complete, then by its name. */
  public void push(byte[] content, String to) {
    directory.write("pushed", content);
    run("cp /out/pushed '%1$s.part' && mv '%1$s.part' '%1$s'".formatted(to));
  }

  /** Has a script run when the scenario is over: what was set up last is undone first. */
  public void afterwards(String script) {
    undo.push(script);
  }

  /** Says that this scenario spoils the guest: the next one gets a fresh one. */
  public void discardAfterwards() {
    discarded = true;
  }

  /**
   * Undoes what the scenario set up.
   *
   * @return whether the guest is as it was after its boot, so that another scenario can use it
   */
  public boolean tidy() {
    if (discarded) {
      return false;
    }
    undo.addLast(LEFT_BEHIND);
    String script = String.join("\n", undo);
    undo.clear();
    try {
      StepResult result = attempt(script);
      if (result.exitStatus() != 0) {
        System.out.printf("lab: left behind: %s%s%n", result.stdout(), result.stderr());
      }
      return result.exitStatus() == 0;
    } catch (StepTimeoutException | GuestLostException e) {
      System.out.println("lab: the guest cannot be tidied: " + e.getMessage());
      return false;
    }
  }

  /**
   * How long this machine's processors have worked for the guest; what they did for processes of it
   * that ended is left out. What the guest itself counts is coarse, and more where it has to wait
   * for a processor of the machine.
   */
  public Duration processorTime() {
    return kernel.processorTime();
  }

  /** The last lines of the guest's console. */
  public String consoleTail() {
    return kernel.consoleTail();
  }

  /** Ends the guest. */
  @Override
  public void close() {
    kernel.close();
  }

  SharedDirectory directory() {
    return directory;
  }

  void send(String line) {
    kernel.send(line);
  }

  void requireRunning(String doing) {
    if (!kernel.isRunning()) {
      throw new GuestLostException(doing, consoleTail());
    }
  }

  /** Waits for a file of the shared directory to be complete, or for the guest's end. */
  boolean appears(String file, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (System.nanoTime() < end && kernel.isRunning()) {
      if (directory.isComplete(file)) {
        return true;
      }
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
    return directory.isComplete(file);
  }
}
