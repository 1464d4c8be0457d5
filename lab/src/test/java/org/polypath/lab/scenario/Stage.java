package org.polypath.lab.scenario;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.polypath.lab.Guest;
import org.polypath.lab.bench.Configuration;
import org.polypath.lab.bench.Daemon;
import org.polypath.lab.bench.DeviceMapper;
import org.polypath.lab.bench.DirectIo;
import org.polypath.lab.bench.IscsiControllers.Controller;
import org.polypath.lab.bench.MapLines;
import org.polypath.lab.bench.MultipathTools;
import org.polypath.lab.bench.Polypath;
import org.polypath.lab.bench.ScsiPaths;

/** A daemon, the one map it has over an array's two controllers, and I/O on that map. */
final class Stage {
  static final String MAP = "mpatha";

  private static final String READY = "active ready running";
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** The reference may do without what we do; that is not waited for as long. */
  private static final Duration LIMIT_OF_REFERENCE = Duration.ofSeconds(10);

  private final Guest guest;
  private final MultipathTools tools;
  private final DeviceMapper deviceMapper;
  private final SanArray array;
  private Optional<Daemon> daemon = Optional.empty();
  private Optional<DirectIo> io = Optional.empty();

  Stage(Guest guest, MultipathTools tools, DeviceMapper deviceMapper, SanArray array) {
    this.guest = guest;
    this.tools = tools;
    this.deviceMapper = deviceMapper;
    this.array = array;
  }

  Guest guest() {
    return guest;
  }

  DeviceMapper deviceMapper() {
    return deviceMapper;
  }

  SanArray array() {
    return array;
  }

  /** Whether it is Polypath that plays. */
  boolean isOurs() {
    return tools instanceof Polypath;
  }

  /** Starts all, and waits until I/O flows over a map of two ready paths. */
  void start() {
    configure("queue");
    startDaemon();
    awaitAllReady();
    requireIo();
  }

  /** Writes the configuration. */
  void configure(String noPathRetry, String... more) {
    Configuration.write(guest, EventSettings.with(isOurs(), noPathRetry, more));
  }

  /** Writes the configuration and has the daemon read it. */
  void reconfigure(String noPathRetry, String... more) {
    configure(noPathRetry, more);
    ask("reconfigure");
  }

  /** Gives a command to the daemon. */
  String ask(String command) {
    return daemon.orElseThrow().askQuickly(command);
  }

  /** Starts a daemon. */
  void startDaemon() {
    daemon = Optional.of(Daemon.start(guest, tools));
  }

  /** Kills the daemon as a crash does. */
  void killDaemon() {
    daemon.ifPresent(Daemon::kill);
    daemon = Optional.empty();
  }

  /** What the daemon logged. */
  String log() {
    return daemon.map(Daemon::log).orElse("");
  }

  /** Waits until the daemon shows the map as wanted. */
  Duration await(String description, Predicate<MapLines> wanted) {
    return guest.await(
        description,
        limit(),
        () -> daemon.orElseThrow().maps().stream().filter(map -> map.name().equals(MAP)).toList(),
        maps -> maps.size() == 1 && wanted.test(maps.get(0)));
  }

  /** Waits until the daemon shows the map no longer. */
  Duration awaitNoMap() {
    return guest.await(
        "the map is let go",
        limit(),
        daemon.orElseThrow()::maps,
        maps -> maps.stream().noneMatch(map -> map.name().equals(MAP)));
  }

  /** Waits until the map's table in the kernel is as wanted. */
  Duration awaitTable(String description, Predicate<String> wanted) {
    return guest.await(description, limit(), deviceMapper::tables, wanted);
  }

  /** Waits until the path over a controller is failed. */
  Duration awaitFailed(Controller controller) {
    String path = array.pathOver(controller);
    return await(
        "the path over the %s controller reads failed faulty".formatted(controller.portGroup()),
        map -> map.stateOf(path).startsWith("failed faulty"));
  }

  /** Waits until the path over a controller is well. */
  Duration awaitReady(Controller controller) {
    String path = array.pathOver(controller);
    return await(
        "the path over the %s controller is ready".formatted(controller.portGroup()),
        map -> map.stateOf(path).equals(READY));
  }

  /** Waits until both paths are well and in two groups. */
  Duration awaitAllReady() {
    return await(
        "two groups of one ready path each",
        map ->
            map.groups().size() == 2
                && map.paths().size() == 2
                && map.paths().stream().allMatch(path -> path.state().equals(READY)));
  }

  /** Takes the path over a controller down. */
  void lose(Controller controller) {
    ScsiPaths.offline(guest, array.pathOver(controller));
  }

  /** Brings it back. */
  void bringBack(Controller controller) {
    ScsiPaths.running(guest, array.pathOver(controller));
  }

  /** Waits until the I/O has ended at an error. */
  void awaitIoError() {
    DirectIo flow = io.orElseThrow();
    guest.await("the I/O ends", LIMIT, flow::isRunning, running -> !running);
  }

  /** Waits until the I/O goes on. */
  Duration awaitFlow() {
    return io.orElseThrow().awaitFlow();
  }

  /** The error that the I/O ended with; 0 if it goes on. */
  int ioError() {
    if (io.isEmpty() || io.get().isRunning()) {
      return 0;
    }
    int error = io.get().stop().error();
    io = Optional.empty();
    return error;
  }

  /** Starts the I/O if there is none. */
  void requireIo() {
    if (io.isEmpty()) {
      io = Optional.of(DirectIo.onMap(guest, MAP));
    }
  }

  /** Ends the I/O; answers its error, 0 for none. */
  int stopIo() {
    int error = io.map(flow -> flow.stop().error()).orElse(0);
    io = Optional.empty();
    return error;
  }

  /** Ends all and leaves no map. */
  void end() {
    killDaemon();
    guest.attempt("pkill -KILL -x fio");
    deviceMapper.removeAll();
    io = Optional.empty();
    Configuration.forgetBindings(guest);
  }

  private Duration limit() {
    return isOurs() ? LIMIT : LIMIT_OF_REFERENCE;
  }
}
