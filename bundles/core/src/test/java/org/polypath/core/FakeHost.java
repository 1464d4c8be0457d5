package org.polypath.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Set;
import org.polypath.api.checker.CheckResult;
import org.polypath.api.discovery.PathChange;
import org.polypath.api.map.MapOperation;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.DeviceState;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.PathState;
import org.polypath.api.path.Wwid;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.CommandResult;
import org.polypath.api.prioritizer.Priority;
import org.polypath.api.settings.ReservationKey;
import org.polypath.api.topology.Topology;
import org.polypath.core.effect.Effect;
import org.polypath.core.event.Event;
import org.polypath.core.event.HeldPath;

/**
 * A host in simulated time around a core: answers its effects a little later, as the daemon would.
 */
final class FakeHost implements Effect.Visitor<Void> {
  /** A check and when it was sent. */
  record SentCheck(long at, Effect.CheckPath check) {}

  private record Due(long at, long order, Event event) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byTime = Long.compare(at, other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  /** The size of a disk. */
  private static final long SECTORS = 16_384;

  Core core;
  private final CoreOptions options;
  final FakeKernel kernel = new FakeKernel();
  final Map<String, FakeDevice> devices = new LinkedHashMap<>();
  final Map<Long, CommandResult> answers = new HashMap<>();
  final List<Effect.ChangePath> changes = new ArrayList<>();
  final List<SentCheck> checks = new ArrayList<>();
  final List<Effect.Report> reports = new ArrayList<>();
  final Set<Wwid> remembered = new HashSet<>();
  final Map<Wwid, ReservationKey> reservationKeys = new HashMap<>();
  final Map<Wwid, String> bindings = new HashMap<>();
  final Map<String, HeldPath> held = new HashMap<>();
  FixedConfiguration configuration = FixedConfiguration.DEFAULT;
  final List<Effect.NoteCreation> creations = new ArrayList<>();
  Optional<String> refuseConfiguration = Optional.empty();
  boolean stopped;
  boolean refuseScan;

  /** How often policy and selector were asked. */
  int plans;

  /** Whether all that happened is kept for a test to look at. */
  boolean keepsRecord = true;

  /** How long reads of maps and rankings take. */
  long readMillis = 1;

  long rankMillis = 3;
  long identifyMillis = 2;

  /** Whether maps cannot be read just now. */
  boolean unreadable;

  /** Whether the path that no checker can look at says that something changed. */
  boolean faultyAttention;

  /** Whether a table that is loaded waits for a disk that does not answer. */
  boolean loadsHang;

  /** How often a path was asked who it is. */
  int identifications;

  /** A path that no checker can look at, and that no prioritizer can rank. */
  String faulty = "";

  String unrankable = "";

  /** Whether there is no path grouping policy just now. */
  boolean withoutPolicies;

  /** Checks sent while the same path was being ranked. */
  int overlaps;

  private final Set<String> ranking = new HashSet<>();
  private final Set<String> scannedAgain = new HashSet<>();
  long now;

  /** How far the wall clock is off; it says nothing about how time passes. */
  long wallOffset;

  /** Disks whose maps somebody removed: they may stay without. */
  final Set<Wwid> dismissed = new HashSet<>();

  /** Commands that were not answered yet. */
  final Set<Long> unanswered = new HashSet<>();

  private final PriorityQueue<Due> due = new PriorityQueue<>();
  private long order;
  private long commands;

  FakeHost() {
    this(CoreOptions.EVERYTHING);
  }

  FakeHost(CoreOptions options) {
    this.options = options;
    core = new Core(options);
  }

  /** The daemon is killed, and the next one starts: the kernel and the files are as they were. */
  void restart() {
    due.clear();
    unanswered.clear();
    ranking.clear();
    scannedAgain.forEach(this::refresh);
    core = new Core(options);
    startNow();
  }

  /** The kernel has asked a device anew what it is; who comes next is told that. */
  private void refresh(String name) {
    FakeDevice device = devices.get(name);
    if (device != null) {
      device.facts = device.facts.change().pageIdentifier(device.identity).build();
    }
  }

  /** The kernel asks a device anew, now or for who comes next; a size that it learns it tells. */
  private void rescan(String name) {
    FakeDevice device = devices.get(name);
    scannedAgain.add(name);
    boolean isSizeless = device != null && device.facts.sectors() == 0 && !device.hidesSize;
    if (isSizeless && device.state == PathState.UP) {
      device.facts = device.facts.change().sectors(SECTORS).build();
      later(20, new Event.PathFound(device.facts));
    }
  }

  /** Adds a path that is there from the start. */
  FakeDevice path(String name, int minor, String wwid, int priority) {
    FakeDevice device = new FakeDevice(facts(name, minor, wwid));
    device.priority = priority;
    devices.put(name, device);
    return device;
  }

  static PathFacts facts(String name, int minor, String wwid) {
    return PathFacts.named(name, new DeviceNumber(8, minor))
        .hardware("ACME", "Array", "1")
        .pageIdentifier(Optional.of(new Wwid(wwid)))
        .sectors(SECTORS)
        .deviceState(DeviceState.RUNNING)
        .build();
  }

  void startNow() {
    perform(core.begin(moment()));
  }

  FakeHost start() {
    startNow();
    return runFor(4_000);
  }

  /** Lets simulated time pass. */
  FakeHost runFor(long millis) {
    long end = now + millis;
    while (true) {
      long next = due.isEmpty() ? Long.MAX_VALUE : due.peek().at();
      OptionalLong deadline = core.nextDeadline();
      long wake = deadline.isPresent() ? Math.max(deadline.getAsLong(), now + 1) : Long.MAX_VALUE;
      if (Math.min(next, wake) > end) {
        now = end;
        return this;
      }
      if (next <= wake) {
        now = Math.max(now, next);
        step(due.remove().event());
      } else {
        now = wake;
        step(new Event.TimePassed());
      }
    }
  }

  /** Tells the core something now. */
  void tell(Event event) {
    later(0, event);
  }

  long give(Command command) {
    tell(new Event.CommandGiven(++commands, command));
    unanswered.add(commands);
    return commands;
  }

  CommandResult answer(Command command) {
    long number = give(command);
    runFor(3_000);
    return answers.get(number);
  }

  /** When checks of a path were sent, from a time on. */
  List<Long> checkTimes(String path, long from) {
    return checks.stream()
        .filter(sent -> sent.check().path().name().equals(path) && sent.at() >= from)
        .map(SentCheck::at)
        .toList();
  }

  /** The last check of a path. */
  Effect.CheckPath lastCheck(String path) {
    return checks.stream()
        .map(SentCheck::check)
        .filter(check -> check.path().name().equals(path))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  Topology topology() {
    return core.topology();
  }

  private void step(Event event) {
    if (event instanceof Event.PathRanked ranked) {
      ranking.remove(ranked.path());
    }
    perform(core.step(moment(), event));
  }

  private Moment moment() {
    return new Moment(now, now + wallOffset);
  }

  private void perform(List<Effect> effects) {
    for (Effect effect : new ArrayDeque<>(effects)) {
      effect.accept(this);
    }
  }

  private void later(long millis, Event event) {
    due.add(new Due(now + millis, order++, event));
  }

  @Override
  public Void checkPath(Effect.CheckPath effect) {
    FakeDevice device = devices.get(effect.path().name());
    if (keepsRecord) {
      checks.add(new SentCheck(now, effect));
    }
    overlaps += ranking.contains(effect.path().name()) ? 1 : 0;
    if (faulty.equals(effect.path().name())) {
      later(
          5,
          new Event.PathChecked(
              faulty,
              effect.number(),
              DeviceState.RUNNING,
              Optional.empty(),
              faultyAttention,
              "no checker"));
      return null;
    }
    if (device == null) {
      later(
          5,
          new Event.PathChecked(
              effect.path().name(),
              effect.number(),
              DeviceState.GONE,
              Optional.empty(),
              false,
              ""));
    } else if (device.silent) {
      later(31_000, checked(effect, new CheckResult(PathState.TIMEOUT, "no answer")));
    } else {
      later(
          5,
          checked(
              effect,
              new CheckResult(device.state, "said so", device.pathMemory, device.mapMemory)));
    }
    return null;
  }

  private Event checked(Effect.CheckPath effect, CheckResult result) {
    DeviceState deviceState = devices.get(effect.path().name()).facts.deviceState();
    boolean asked = deviceState == DeviceState.RUNNING;
    boolean attention = devices.get(effect.path().name()).attention;
    devices.get(effect.path().name()).attention = false;
    if (attention) {
      // udev has such a device scanned again (90-scsi-ua.rules)
      scannedAgain.add(effect.path().name());
    }
    return new Event.PathChecked(
        effect.path().name(),
        effect.number(),
        deviceState,
        asked ? Optional.of(result) : Optional.empty(),
        attention,
        "");
  }

  @Override
  public Void identifyPath(Effect.IdentifyPath effect) {
    identifications++;
    Optional<Wwid> identity =
        Optional.ofNullable(devices.get(effect.path().name())).flatMap(device -> device.identity);
    later(
        identifyMillis,
        new Event.PathIdentified(
            effect.path().name(), effect.number(), identity, identity.isEmpty() ? "mute" : ""));
    return null;
  }

  @Override
  public Void changePath(Effect.ChangePath effect) {
    if (keepsRecord) {
      changes.add(effect);
    }
    if (effect.change() instanceof PathChange.Rescan) {
      rescan(effect.path().name());
    }
    return null;
  }

  @Override
  public Void measurePath(Effect.MeasurePath effect) {
    FakeDevice device = devices.get(effect.path().name());
    int errors = device == null ? 1000 : device.errorsPerMille;
    later(
        1000L * effect.seconds(),
        new Event.PathMeasured(effect.path().name(), effect.number(), 1000, errors));
    return null;
  }

  @Override
  public Void rankPath(Effect.RankPath effect) {
    FakeDevice device = devices.get(effect.path().name());
    Optional<Priority> priority =
        device == null || unrankable.equals(effect.path().name())
            ? Optional.empty()
            : Optional.of(Priority.of(device.priority, "said so"));
    ranking.add(effect.path().name());
    later(
        rankMillis,
        new Event.PathRanked(
            effect.path().name(), effect.number(), priority, priority.isEmpty() ? "gone" : ""));
    return null;
  }

  @Override
  public Void nameMap(Effect.NameMap effect) {
    String name =
        bindings.computeIfAbsent(
            effect.wwid(),
            wwid -> effect.kernelName().orElse(effect.prefix() + (char) ('a' + bindings.size())));
    later(1, new Event.MapNamed(effect.wwid(), effect.number(), name, "bindings"));
    return null;
  }

  @Override
  public Void planMap(Effect.PlanMap effect) {
    plans++;
    later(2, FakePolicies.planned(effect, withoutPolicies));
    return null;
  }

  @Override
  public Void operateMap(Effect.OperateMap effect) {
    if (loadsHang && effect.operation() instanceof MapOperation.Reload) {
      return null;
    }
    if (effect.operation() instanceof MapOperation.Reload reload) {
      requireReason(effect.wwid(), reload);
    }
    later(
        10,
        new Event.MapOperated(
            effect.wwid(),
            effect.number(),
            effect.operation(),
            kernel.perform(effect.wwid(), effect.operation())));
    return null;
  }

  /** A map in use does not lose all its paths because they are blacklisted. */
  private void requireReason(Wwid wwid, MapOperation.Reload reload) {
    boolean emptied = reload.table().devices().isEmpty();
    kernel.maps.values().stream()
        .filter(map -> emptied && map.openCount > 0 && map.wwid.equals(wwid))
        .filter(map -> !map.table.devices().isEmpty())
        .forEach(
            map ->
                assertThat(map.table.devices())
                    .as("devices that %s loses", map.name)
                    .anyMatch(device -> !isMerelyBlacklisted(device, wwid)));
  }

  private boolean isMerelyBlacklisted(DeviceNumber number, Wwid wwid) {
    return devices.values().stream()
        .filter(device -> device.facts.number().equals(number))
        .filter(device -> device.identity.equals(Optional.of(wwid)))
        .anyMatch(device -> configuration.verdict(device.facts).blacklisted());
  }

  @Override
  public Void readMap(Effect.ReadMap effect) {
    later(
        readMillis,
        unreadable
            ? new Event.MapUnreadable(effect.name())
            : new Event.MapRead(effect.name(), kernel.map(effect.name())));
    return null;
  }

  @Override
  public Void readMaps(Effect.ReadMaps effect) {
    later(
        2, unreadable ? new Event.MapsRefused("no memory") : new Event.MapsRead(kernel.devices()));
    return null;
  }

  @Override
  public Void scanPaths(Effect.ScanPaths effect) {
    if (refuseScan) {
      later(3, new Event.ScanRefused("no files left to open"));
      return null;
    }
    later(
        3, new Event.PathsScanned(devices.values().stream().map(device -> device.facts).toList()));
    return null;
  }

  @Override
  public Void loadConfiguration(Effect.LoadConfiguration effect) {
    later(
        1,
        refuseConfiguration.isPresent()
            ? new Event.LoadRefused(refuseConfiguration.get())
            : new Event.ConfigurationLoaded(
                configuration, remembered, reservationKeys, List.copyOf(held.values())));
    return null;
  }

  @Override
  public Void rememberWwid(Effect.RememberWwid effect) {
    remembered.add(effect.wwid());
    return null;
  }

  @Override
  public Void forgetWwid(Effect.ForgetWwid effect) {
    remembered.remove(effect.wwid());
    return null;
  }

  @Override
  public Void keepReservationKey(Effect.KeepReservationKey effect) {
    reservationKeys.remove(effect.wwid());
    effect.key().ifPresent(key -> reservationKeys.put(effect.wwid(), key));
    return null;
  }

  @Override
  public Void noteCreation(Effect.NoteCreation effect) {
    creations.add(effect);
    return null;
  }

  @Override
  public Void holdPath(Effect.HoldPath effect) {
    held.put(effect.held().path(), effect.held());
    return null;
  }

  @Override
  public Void releasePath(Effect.ReleasePath effect) {
    held.remove(effect.path());
    return null;
  }

  @Override
  public Void answer(Effect.Answer effect) {
    answers.put(effect.number(), effect.result());
    if (!unanswered.remove(effect.number())) {
      throw new AssertionError("command " + effect.number() + " was answered twice");
    }
    return null;
  }

  @Override
  public Void report(Effect.Report effect) {
    if (effect.subject().equals(Core.FAULT)) {
      throw new AssertionError(effect.toString());
    }
    if (keepsRecord) {
      reports.add(effect);
    }
    return null;
  }

  @Override
  public Void stop(Effect.Stop effect) {
    stopped = true;
    return null;
  }
}
