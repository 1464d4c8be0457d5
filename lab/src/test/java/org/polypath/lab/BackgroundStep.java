package org.polypath.lab;

import java.time.Duration;

/** A step that was started and may still be under way. */
public final class BackgroundStep {
  private static final Duration KILL_LIMIT = Duration.ofSeconds(10);

  private final Guest guest;
  private final int number;
  private final String script;

  BackgroundStep(Guest guest, int number, String script) {
    this.guest = guest;
    this.number = number;
    this.script = script;
  }

  /** Whether the script has not ended. */
  public boolean isRunning() {
    return !guest.directory().isComplete(file("status"));
  }

  /** What the script wrote to its standard output so far. */
  public String stdout() {
    return guest.read(SharedDirectory.inGuest(file("stdout")));
  }

  /** What the script wrote to its standard error so far. */
  public String stderr() {
    return guest.read(SharedDirectory.inGuest(file("stderr")));
  }

  /** Kills the script, and the processes it started that stayed in its process group. */
  public void kill() {
    guest.send("kill " + number);
  }

  /**
   * Waits for the script's end.
   *
   * @throws StepTimeoutException if it does not end in time; it is killed then
   * @throws GuestLostException if the guest ends before
   */
  public StepResult await(Duration limit) {
    if (!guest.appears(file("status"), limit)) {
      guest.requireRunning("run: " + script);
      kill();
      guest.appears(file("status"), KILL_LIMIT);
      throw new StepTimeoutException(script, limit, guest.consoleTail());
    }
    SharedDirectory directory = guest.directory();
    int exitStatus = Integer.parseInt(directory.read(file("status")).strip());
    return new StepResult(
        exitStatus, directory.read(file("stdout")), directory.read(file("stderr")));
  }

  private String file(String name) {
    return "steps/%d/%s".formatted(number, name);
  }
}
