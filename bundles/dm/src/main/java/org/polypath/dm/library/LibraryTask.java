package org.polypath.dm.library;

import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.polypath.api.path.DeviceNumber;
import org.polypath.dm.DeviceInfo;
import org.polypath.dm.Errno;
import org.polypath.dm.Step;
import org.polypath.dm.Target;
import org.polypath.dm.TaskException;
import org.polypath.dm.UdevNotice;

/** One task of libdevmapper: set up, run, asked, given back. */
final class LibraryTask implements AutoCloseable {
  /** Size of {@code struct dm_info}, and room for what newer libraries add. */
  private static final int INFO_SIZE = 64;

  private static final int LONGEST_VERSION = 64;

  private final DeviceMapperLibrary library;
  private final SystemLibrary system;
  private final LibraryLog log;
  private final Step step;
  private final String device;
  private final Pointer task;

  LibraryTask(
      DeviceMapperLibrary library,
      SystemLibrary system,
      LibraryLog log,
      TaskType type,
      Step step,
      String device) {
    this.library = library;
    this.system = system;
    this.log = log;
    this.step = step;
    this.device = device;
    log.forget();
    task = library.dm_task_create(type.number());
    if (task == null) {
      throw failure(0);
    }
  }

  LibraryTask name() {
    return require(library.dm_task_set_name(task, device));
  }

  LibraryTask uuid(String uuid) {
    return require(library.dm_task_set_uuid(task, uuid));
  }

  LibraryTask newName(String name) {
    return require(library.dm_task_set_newname(task, name));
  }

  LibraryTask noFlush() {
    return require(library.dm_task_no_flush(task));
  }

  /** What goes to udev; one more event is counted on the cookie, if there is one. */
  LibraryTask notice(UdevNotice notice) {
    IntByReference cookie = new IntByReference(notice.cookie());
    return require(library.dm_task_set_cookie(task, cookie, (short) notice.flags()));
  }

  LibraryTask run() {
    if (library.dm_task_run(task) == 0) {
      throw failure(library.dm_task_get_errno(task));
    }
    return this;
  }

  /** The device that the kernel's answer is about. */
  DeviceNumber number() {
    try (Memory info = new Memory(INFO_SIZE)) {
      ask(info);
      return number(info);
    }
  }

  private void ask(Memory info) {
    info.clear();
    require(library.dm_task_get_info(task, info));
  }

  private static DeviceNumber number(Memory info) {
    return new DeviceNumber(info.getInt(24), info.getInt(28));
  }

  /** Empty if there is no such device. */
  Optional<DeviceInfo> info() {
    try (Memory info = new Memory(INFO_SIZE)) {
      ask(info);
      boolean exists = info.getInt(0) != 0;
      if (!exists) {
        return Optional.empty();
      }
      String uuid = library.dm_task_get_uuid(task);
      return Optional.of(
          new DeviceInfo(
              library.dm_task_get_name(task),
              uuid == null ? "" : uuid,
              number(info),
              Integer.toUnsignedLong(info.getInt(20)),
              info.getInt(16),
              info.getInt(4) != 0,
              info.getInt(32) != 0,
              info.getInt(40) != 0));
    }
  }

  List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    LongByReference start = new LongByReference();
    LongByReference sectors = new LongByReference();
    PointerByReference type = new PointerByReference();
    PointerByReference text = new PointerByReference();
    Pointer next = null;
    do {
      next = library.dm_get_next_target(task, next, start, sectors, type, text);
      if (type.getValue() != null) {
        targets.add(new Target(start.getValue(), sectors.getValue(), text(type), text(text)));
      }
    } while (next != null);
    return targets;
  }

  String driverVersion() {
    byte[] version = new byte[LONGEST_VERSION];
    require(library.dm_task_get_driver_version(task, version, new NativeLong(version.length)));
    int length = new String(version, StandardCharsets.US_ASCII).indexOf('\0');
    return new String(version, 0, length, StandardCharsets.US_ASCII);
  }

  /** The answer of a LIST task. */
  Pointer names() {
    return library.dm_task_get_names(task);
  }

  /** The answer of a LIST_VERSIONS task. */
  Pointer versions() {
    return library.dm_task_get_versions(task);
  }

  @Override
  public void close() {
    library.dm_task_destroy(task);
  }

  /** Setting up fails for what the kernel would not take either, for instance a slash in a name. */
  private LibraryTask require(int result) {
    if (result == 0) {
      throw failure(Errno.EINVAL);
    }
    return this;
  }

  private TaskException failure(int errno) {
    String cause = errno == 0 ? "" : system.strerror(errno);
    String said = log.lastError().replaceAll("\\s+", " ");
    String text =
        said.isEmpty() || cause.isEmpty() || said.contains(cause)
            ? said + (said.isEmpty() ? cause : "")
            : said + ": " + cause;
    return new TaskException(step, device, errno, text.isEmpty() ? "no reason given" : text);
  }

  private static String text(PointerByReference reference) {
    Pointer text = reference.getValue();
    return text == null ? "" : text.getString(0, "UTF-8");
  }
}
