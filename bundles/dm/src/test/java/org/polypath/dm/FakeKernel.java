package org.polypath.dm;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.polypath.api.map.MapDriverException;
import org.polypath.api.path.DeviceNumber;
import org.polypath.dm.KernelVersions.Version;

/** A device-mapper in memory that writes down what it is asked, with failures on demand. */
final class FakeKernel implements Host, DeviceMapper, WaitingCalls {
  private static final String NO_STATUS = "2 0 0 0 0 1";

  static final class Device {
    String uuid;
    int minor;
    long events;
    int opens;
    boolean readOnly;
    boolean suspended;
    boolean removalDeferred;
    Optional<Target> live = Optional.empty();
    Optional<Target> loaded = Optional.empty();
    String status = NO_STATUS;
    final List<String> messages = new ArrayList<>();
  }

  final Map<String, Device> devices = Collections.synchronizedMap(new LinkedHashMap<>());
  final List<String> calls = Collections.synchronizedList(new ArrayList<>());
  final Map<String, Integer> failures = new ConcurrentHashMap<>();
  final Set<Integer> heldCookies = ConcurrentHashMap.newKeySet();
  final Set<Integer> unansweredCookies = ConcurrentHashMap.newKeySet();
  final AtomicInteger cookies = new AtomicInteger(100);
  final FakeControlNode control = new FakeControlNode(calls);
  final CountDownLatch diskAnswers = new CountDownLatch(1);

  /** What another program does right before the next call that begins so. */
  volatile Optional<Interruption> before = Optional.empty();

  /** What another program does right after the next renaming. */
  volatile Optional<Runnable> after = Optional.empty();

  /** How a call begins that waits until the disk answers. */
  volatile Optional<String> waits = Optional.empty();

  volatile boolean udevAnswers = true;
  volatile boolean udevRuns = true;
  volatile boolean missing;
  final Set<String> loadedModules = ConcurrentHashMap.newKeySet();
  final Set<String> missingSelectors = ConcurrentHashMap.newKeySet();
  volatile long nanoTime;
  final AtomicBoolean listFails = new AtomicBoolean();
  volatile Version driver = new Version(4, 47, 0);

  /**
   * Another program at work.
   *
   * @param call how the call begins that it comes before
   * @param program what it does
   */
  record Interruption(String call, Runnable program) {}

  Device add(String name, String uuid, Target target) {
    Device device = new Device();
    device.uuid = uuid;
    device.minor = devices.size();
    device.live = Optional.of(target);
    devices.put(name, device);
    return device;
  }

  /** The next call that starts with these words fails with an error number. */
  void failNext(String call, int errno) {
    failures.put(call, errno);
  }

  List<String> changes() {
    synchronized (calls) {
      return calls.stream().filter(call -> !call.startsWith("cookie")).toList();
    }
  }

  @Override
  public DeviceMapper open() {
    if (missing) {
      throw new MapDriverException("no device-mapper");
    }
    return this;
  }

  @Override
  public ControlNode openControlNode() {
    return control;
  }

  @Override
  public WaitingCalls openWaitingCalls() {
    return this;
  }

  @Override
  public List<Holder> holders(DeviceInfo device) {
    Map<String, Holder> holders = new TreeMap<>();
    devices.forEach(
        (name, held) -> {
          if (!held.uuid.equals(device.uuid()) && held.uuid.contains(device.uuid())) {
            holders.put(name, new Holder(name, held.uuid));
          }
        });
    return List.copyOf(holders.values());
  }

  @Override
  public boolean udevRuns() {
    return udevRuns;
  }

  @Override
  public long nanoTime() {
    return nanoTime;
  }

  @Override
  public boolean isModuleLoaded(String module) {
    return loadedModules.contains(module);
  }

  @Override
  public KernelVersions versions() {
    return new KernelVersions("1.02", driver, Map.of("multipath", new Version(1, 14, 0)));
  }

  @Override
  public List<ListedDevice> list() {
    if (listFails.getAndSet(false)) {
      throw new TaskException(Step.LOOK_UP, "all", Errno.ENXIO, "on purpose");
    }
    List<ListedDevice> listed = new ArrayList<>();
    devices.forEach(
        (name, device) -> listed.add(new ListedDevice(name, number(device), device.events)));
    return listed;
  }

  @Override
  public Optional<DeviceInfo> find(String uuid) {
    synchronized (devices) {
      return devices.entrySet().stream()
          .filter(entry -> entry.getValue().uuid.equals(uuid))
          .findFirst()
          .flatMap(entry -> info(entry.getKey()));
    }
  }

  @Override
  public Optional<DeviceInfo> info(String name) {
    return Optional.ofNullable(devices.get(name))
        .map(
            device ->
                new DeviceInfo(
                    name,
                    device.uuid,
                    number(device),
                    device.events,
                    device.opens,
                    device.suspended,
                    device.readOnly,
                    device.removalDeferred));
  }

  @Override
  public List<Target> table(DeviceInfo device) {
    return existing(Step.LOOK_UP, device).live.stream().toList();
  }

  @Override
  public List<Target> status(DeviceInfo asked) {
    Device device = existing(Step.LOOK_UP, asked);
    return device.live.stream()
        .map(target -> new Target(0, target.sectors(), target.type(), device.status))
        .toList();
  }

  @Override
  public void create(String name, String uuid) {
    call(Step.CREATE, name, "create " + name + " " + uuid);
    if (devices.containsKey(name) || find(uuid).isPresent()) {
      throw new TaskException(Step.CREATE, name, Errno.EBUSY, "busy");
    }
    add(name, uuid, new Target(0, 0, "none", "")).live = Optional.empty();
  }

  @Override
  public void load(DeviceInfo asked, Target target, boolean readOnly) {
    String name = asked.name();
    call(Step.LOAD, name, "load " + name + (readOnly ? " read-only" : ""));
    Device device = existing(Step.LOAD, asked);
    if (missingSelectors.stream().anyMatch(target.text()::contains)) {
      throw new TaskException(Step.LOAD, name, Errno.EINVAL, "unknown path selector type");
    }
    if (target.text().contains(" 0:0 ")) {
      throw new TaskException(Step.LOAD, name, Errno.ENXIO, "error getting device");
    }
    device.loaded = Optional.of(target);
    device.readOnly = readOnly;
  }

  @Override
  public void clear(DeviceInfo device) {
    call(Step.CLEAR, device.name(), "clear " + device.name());
    existing(Step.CLEAR, device).loaded = Optional.empty();
  }

  @Override
  public DeviceNumber rename(String name, String newName, UdevNotice notice) {
    call(Step.RENAME, name, "rename " + name + " " + newName);
    if (!devices.containsKey(name)) {
      throw new TaskException(Step.RENAME, name, Errno.ENXIO, "No such device or address");
    }
    if (devices.containsKey(newName)) {
      throw new TaskException(Step.RENAME, name, Errno.EBUSY, "Device or resource busy");
    }
    devices.put(newName, devices.remove(name));
    DeviceNumber met = number(devices.get(newName));
    after.ifPresent(
        program -> {
          after = Optional.empty();
          program.run();
        });
    return met;
  }

  @Override
  public boolean remove(DeviceInfo device, boolean deferred, int eventNumber) {
    call(Step.REMOVE, device.name(), "remove " + device.name() + (deferred ? " deferred" : ""));
    Device removed = existing(Step.REMOVE, device);
    removed.removalDeferred = deferred && removed.opens > 0;
    if (!removed.removalDeferred) {
      devices.values().remove(removed);
    }
    return !removed.removalDeferred;
  }

  @Override
  public void message(DeviceInfo device, String text) {
    call(Step.MESSAGE, device.name(), "message " + device.name() + " " + text);
    Device told = existing(Step.MESSAGE, device);
    told.removalDeferred &= !text.equals("@cancel_deferred_remove");
    told.messages.add(text);
  }

  @Override
  public void makeNode(String name) {
    call(Step.MAKE_NODE, name, "node " + name);
  }

  @Override
  public int newCookie() {
    call(Step.COOKIE, "", "cookie");
    int cookie = cookies.incrementAndGet();
    heldCookies.add(cookie);
    if (!udevAnswers) {
      unansweredCookies.add(cookie);
    }
    return cookie;
  }

  @Override
  public int announce(UdevNotice notice) {
    return notice.flags() << 16 | notice.cookie();
  }

  @Override
  public void eventNotSent(int cookie) {
    calls.add("cookie not sent");
  }

  @Override
  public boolean settled(int cookie) {
    return !unansweredCookies.contains(cookie) && heldCookies.remove(cookie);
  }

  @Override
  public void discard(int cookie) {
    heldCookies.remove(cookie);
  }

  @Override
  public void close() {
    calls.add("close");
  }

  @Override
  public void suspend(DeviceInfo device, boolean flush) {
    call(Step.SUSPEND, device.name(), "suspend " + device.name() + (flush ? " flush" : ""));
    existing(Step.SUSPEND, device).suspended = true;
  }

  @Override
  public boolean resume(DeviceInfo asked, boolean flush, int eventNumber) {
    int flags = eventNumber >>> 16;
    String name = asked.name();
    call(Step.RESUME, name, "resume " + name + (flush ? " flush" : "") + " flags " + flags);
    Device device = existing(Step.RESUME, asked);
    device.suspended = false;
    device.live = device.loaded.or(() -> device.live);
    device.loaded = Optional.empty();
    return true;
  }

  private void awaitDisk() {
    try {
      diskAnswers.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Device existing(Step step, DeviceInfo asked) {
    synchronized (devices) {
      return devices.values().stream()
          .filter(device -> device.uuid.equals(asked.uuid()))
          .findFirst()
          .orElseThrow(() -> new TaskException(step, asked.name(), Errno.ENXIO, "No such device"));
    }
  }

  private void call(Step step, String name, String words) {
    calls.add(words);
    before
        .filter(other -> words.startsWith(other.call()))
        .ifPresent(
            other -> {
              before = Optional.empty();
              other.program().run();
            });
    if (waits.filter(words::startsWith).isPresent()) {
      awaitDisk();
    }
    failures.keySet().stream()
        .filter(words::startsWith)
        .findFirst()
        .ifPresent(
            start -> {
              throw new TaskException(step, name, failures.remove(start), "made to fail");
            });
  }

  private static DeviceNumber number(Device device) {
    return new DeviceNumber(254, device.minor);
  }
}
