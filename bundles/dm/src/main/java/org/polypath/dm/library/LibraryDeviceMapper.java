package org.polypath.dm.library;

import com.sun.jna.LastErrorException;
import com.sun.jna.NativeLong;
import com.sun.jna.ptr.IntByReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polypath.api.path.DeviceNumber;
import org.polypath.dm.DeviceInfo;
import org.polypath.dm.DeviceMapper;
import org.polypath.dm.KernelVersions;
import org.polypath.dm.KernelVersions.Version;
import org.polypath.dm.ListedDevice;
import org.polypath.dm.Step;
import org.polypath.dm.Target;
import org.polypath.dm.TaskException;
import org.polypath.dm.UdevNotice;

/** libdevmapper, each call a task of its own. */
final class LibraryDeviceMapper implements DeviceMapper {
  /** Marks the event as the one that is waited for, not one that udev repeats later. */
  private static final int PRIMARY_SOURCE_FLAG = 0x0040;

  private static final int FLAGS_SHIFT = 16;
  private static final int COOKIE_MASK = 0xffff;
  private static final int REMOVE_SEMAPHORE = 0;
  private static final Pattern THREE_NUMBERS = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+).*");
  private static final String NO_DEVICE = "device-mapper";

  private final DeviceMapperLibrary library;
  private final SystemLibrary system;

  /** The library keeps only its address: it must stay reachable from here. */
  private final LibraryLog log;

  private volatile boolean closed;

  LibraryDeviceMapper(DeviceMapperLibrary library, SystemLibrary system) {
    this.library = library;
    this.system = system;
    this.log = new LibraryLog(system);
    library.dm_log_with_errno_init(log);
    library.dm_udev_set_sync_support(1);
  }

  @Override
  public KernelVersions versions() {
    byte[] text = new byte[64];
    library.dm_get_library_version(text, new NativeLong(text.length));
    String libraryVersion = new String(text, StandardCharsets.US_ASCII).replace("\0", "");
    return new KernelVersions(libraryVersion, driverVersion(), targetVersions());
  }

  @Override
  public List<ListedDevice> list() {
    try (LibraryTask task = task(TaskType.LIST, Step.LOOK_UP, NO_DEVICE)) {
      return NameList.devices(task.run().names());
    }
  }

  @Override
  public Optional<DeviceInfo> info(String name) {
    try (LibraryTask task = task(TaskType.INFO, Step.LOOK_UP, name)) {
      return task.name().run().info();
    }
  }

  @Override
  public Optional<DeviceInfo> find(String uuid) {
    try (LibraryTask task = task(TaskType.INFO, Step.LOOK_UP, uuid)) {
      return task.uuid(uuid).run().info();
    }
  }

  @Override
  public List<Target> table(DeviceInfo device) {
    try (LibraryTask task = task(TaskType.TABLE, Step.LOOK_UP, device.name())) {
      return task.uuid(device.uuid()).run().targets();
    }
  }

  @Override
  public List<Target> status(DeviceInfo device) {
    try (LibraryTask task = task(TaskType.STATUS, Step.LOOK_UP, device.name())) {
      return task.uuid(device.uuid()).noFlush().run().targets();
    }
  }

  @Override
  public void create(String name, String uuid) {
    try (LibraryTask task = task(TaskType.CREATE, Step.CREATE, name)) {
      task.name().uuid(uuid).run();
    }
  }

  @Override
  public void clear(DeviceInfo device) {
    try (LibraryTask task = task(TaskType.CLEAR, Step.CLEAR, device.name())) {
      task.uuid(device.uuid()).run();
    }
  }

  @Override
  public DeviceNumber rename(String name, String newName, UdevNotice notice) {
    try (LibraryTask task = task(TaskType.RENAME, Step.RENAME, name)) {
      return task.name().newName(newName).notice(notice).run().number();
    }
  }

  @Override
  public void makeNode(String name) {
    requireOpen(Step.MAKE_NODE, name);
    log.forget();
    // the first says what is to be made, the second makes it
    if (library.dm_mknodes(name) == 0 || library.dm_task_update_nodes() == 0) {
      throw new TaskException(Step.MAKE_NODE, name, 0, log.lastError());
    }
  }

  @Override
  public int newCookie() {
    IntByReference cookie = new IntByReference();
    log.forget();
    if (library.dm_udev_create_cookie(cookie) == 0) {
      throw new TaskException(Step.COOKIE, NO_DEVICE, 0, log.lastError());
    }
    return cookie.getValue();
  }

  @Override
  public int announce(UdevNotice notice) {
    // the task is not run: setting the cookie is what counts the event
    try (LibraryTask task = task(TaskType.RESUME, Step.RESUME, NO_DEVICE)) {
      task.notice(notice);
    }
    return ((notice.flags() | PRIMARY_SOURCE_FLAG) << FLAGS_SHIFT)
        | (notice.cookie() & COOKIE_MASK);
  }

  @Override
  public void eventNotSent(int cookie) {
    if (cookie != NONE && !closed) {
      library.dm_udev_complete(cookie);
    }
  }

  @Override
  public boolean settled(int cookie) {
    IntByReference ready = new IntByReference();
    log.forget();
    if (library.dm_udev_wait_immediate(cookie, ready) == 0) {
      throw new TaskException(Step.COOKIE, NO_DEVICE, 0, log.lastError());
    }
    return ready.getValue() != 0;
  }

  @Override
  public void discard(int cookie) {
    try {
      int semaphore = system.semget(cookie, 1, 0);
      system.semctl(semaphore, 0, REMOVE_SEMAPHORE);
    } catch (LastErrorException gone) {
      // which is what was wanted
      return;
    }
  }

  @Override
  public void close() {
    closed = true;
    library.dm_lib_release();
    library.dm_log_with_errno_init(null);
  }

  private Version driverVersion() {
    try (LibraryTask task = task(TaskType.VERSION, Step.LOOK_UP, NO_DEVICE)) {
      String text = task.run().driverVersion();
      Matcher numbers = THREE_NUMBERS.matcher(text);
      if (!numbers.matches()) {
        throw new TaskException(Step.LOOK_UP, NO_DEVICE, 0, "no version: " + text);
      }
      return new Version(
          Integer.parseInt(numbers.group(1)),
          Integer.parseInt(numbers.group(2)),
          Integer.parseInt(numbers.group(3)));
    }
  }

  private Map<String, Version> targetVersions() {
    try (LibraryTask task = task(TaskType.LIST_VERSIONS, Step.LOOK_UP, NO_DEVICE)) {
      return NameList.targets(task.run().versions());
    }
  }

  private LibraryTask task(TaskType type, Step step, String device) {
    requireOpen(step, device);
    return new LibraryTask(library, system, log, type, step, device);
  }

  /** The library may have a new user by now, on another thread. */
  private void requireOpen(Step step, String device) {
    if (closed) {
      throw new TaskException(step, device, 0, "the device-mapper binding is stopped");
    }
  }
}
