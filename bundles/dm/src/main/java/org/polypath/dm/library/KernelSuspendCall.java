package org.polypath.dm.library;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import org.polypath.api.path.DeviceNumber;
import org.polypath.dm.Step;
import org.polypath.dm.SuspendCall;
import org.polypath.dm.TaskException;

/** {@code DM_DEV_SUSPEND} on a descriptor of its own. */
final class KernelSuspendCall implements SuspendCall {
  private static final int SUSPEND_FLAG = 1 << 1;
  private static final int SKIP_LOCKFS_FLAG = 1 << 10;
  private static final int NOFLUSH_FLAG = 1 << 11;
  private static final int UEVENT_GENERATED_FLAG = 1 << 13;

  private final SystemLibrary system;

  KernelSuspendCall(SystemLibrary system) {
    this.system = system;
  }

  @Override
  public void suspend(String name, DeviceNumber number, boolean flush) {
    int flags = flush ? SUSPEND_FLAG : SUSPEND_FLAG | NOFLUSH_FLAG | SKIP_LOCKFS_FLAG;
    call(Step.SUSPEND, name, number, flags, 0);
  }

  @Override
  public boolean resume(String name, DeviceNumber number, boolean flush, int eventNumber) {
    int flags = flush ? SKIP_LOCKFS_FLAG : SKIP_LOCKFS_FLAG | NOFLUSH_FLAG;
    return (call(Step.RESUME, name, number, flags, eventNumber) & UEVENT_GENERATED_FLAG) != 0;
  }

  private int call(Step step, String name, DeviceNumber number, int flags, int eventNumber) {
    try (Memory argument = ControlRequest.argument()) {
      ControlRequest.describe(argument, number, flags, eventNumber);
      int descriptor = ControlRequest.open(system);
      try {
        system.ioctl(descriptor, new NativeLong(ControlRequest.SUSPEND), argument);
      } finally {
        system.close(descriptor);
      }
      return ControlRequest.flags(argument);
    } catch (LastErrorException e) {
      int errno = e.getErrorCode();
      throw new TaskException(step, name, errno, system.strerror(errno));
    }
  }
}
