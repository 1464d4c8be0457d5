package org.polypath.lab.bench;

import java.time.Duration;
import java.util.List;
import org.polypath.lab.BackgroundStep;
import org.polypath.lab.Guest;
import org.polypath.lab.StepResult;

/** A multipath daemon in the foreground, and its client. */
public final class Daemon {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  /** Debian's client in C, whose own start costs little. */
  private static final String QUICK_CLIENT = "/usr/sbin/multipathd";

  private final Guest guest;
  private final MultipathTools tools;
  private final BackgroundStep process;

  private Daemon(Guest guest, MultipathTools tools, BackgroundStep process) {
    this.guest = guest;
    this.tools = tools;
    this.process = process;
  }

  /** Starts the daemon and waits until it answers. */
  public static Daemon start(Guest guest, MultipathTools tools) {
    return start(guest, tools, "exec %s -d".formatted(tools.multipathd()));
  }

  /**
   * Starts the daemon by a script of one's own, and waits until it answers.
   *
   * @param script becomes the daemon, in the foreground
   */
  public static Daemon start(Guest guest, MultipathTools tools, String script) {
    // one that is killed leaves its socket; what the next scenario finds is its own
    guest.afterwards("pkill -KILL -x multipathd; rm -f /run/multipathd*");
    Daemon daemon = new Daemon(guest, tools, guest.start(script));
    guest.await(
        tools.name() + ": the daemon answers",
        LIMIT,
        () ->
            daemon.process.isRunning()
                ? guest.attempt(QUICK_CLIENT + " show daemon").text()
                : daemon.log(),
        answer -> answer.matches("pid \\d+ (idle|running)"));
    return daemon;
  }

  /** Gives a command to the daemon, whatever it answers. */
  public StepResult attempt(String command) {
    return guest.attempt("%s %s".formatted(tools.multipathd(), command));
  }

  /** What the daemon answers to a command that has to succeed. */
  public String ask(String command) {
    return guest.run("%s %s".formatted(tools.multipathd(), command)).text();
  }

  /** The same through Debian's client in C: what is left is the daemon's time. */
  public String askQuickly(String command) {
    return guest.run("%s %s".formatted(QUICK_CLIENT, command)).text();
  }

  /** The maps as the daemon sees them: by the quick client, unless it loses patience. */
  public List<MapLines> maps() {
    String show = "show topology";
    String script =
        "answer=$(%s %s 2> /dev/null) && printf '%%s\\n' \"$answer\" || %s %s"
            .formatted(QUICK_CLIENT, show, tools.multipathd(), show);
    return MapLines.parse(guest.run(script).text());
  }

  /** The one map with this name as the daemon sees it. */
  public MapLines map(String name) {
    return MapLines.named(name, maps());
  }

  /** Waits until the map looks as wanted; answers how long that took. */
  public Duration await(
      String description, String map, java.util.function.Predicate<MapLines> wanted) {
    return guest.await(
        description,
        LIMIT,
        () -> maps().stream().filter(seen -> seen.name().equals(map)).toList(),
        seen -> seen.size() == 1 && wanted.test(seen.get(0)));
  }

  /** Whether its process runs. */
  public boolean isRunning() {
    return process.isRunning();
  }

  /** Its process id. */
  public String pid() {
    return ask("show daemon").split(" ", 3)[1];
  }

  /** Stops it in order and waits for its end. */
  public StepResult stop() {
    ask("shutdown");
    return process.await(LIMIT);
  }

  /** Ends it at once, as a crash does. */
  public void kill() {
    guest.run("pkill -KILL -x multipathd");
    process.await(LIMIT);
  }

  /** What it logged so far. */
  public String log() {
    return process.stdout() + process.stderr();
  }
}
