package org.polypath.dm.library;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import org.polypath.dm.DeviceInfo;
import org.polypath.dm.Step;
import org.polypath.dm.Target;
import org.polypath.dm.TaskException;
import org.polypath.dm.WaitingCalls;

/**
 * Requests to the control node, each about the device of a UUID, on one descriptor that is held:
 * none is needed later, when the process may have no more to spare.
 */
final class KernelCalls implements WaitingCalls {
  private static final int READ_ONLY_FLAG = 1;
  private static final int SUSPEND_FLAG = 1 << 1;
  private static final int SKIP_LOCKFS_FLAG = 1 << 10;
  private static final int NOFLUSH_FLAG = 1 << 11;
  private static final int UEVENT_GENERATED_FLAG = 1 << 13;
  private static final int DEFERRED_REMOVE_FLAG = 1 << 17;

  private final SystemLibrary system;
  private final int descriptor;
  private int users;
  private boolean closed;

  KernelCalls(SystemLibrary system) throws LastErrorException {
    this.system = system;
    descriptor = ControlRequest.open(system);
  }

  @Override
  public void suspend(DeviceInfo device, boolean flush) {
    int flags = flush ? SUSPEND_FLAG : SUSPEND_FLAG | NOFLUSH_FLAG | SKIP_LOCKFS_FLAG;
    call(
        Step.SUSPEND,
        device,
        ControlRequest.SUSPEND,
        ControlRequest.on(device.uuid()).flags(flags));
  }

  @Override
  public boolean resume(DeviceInfo device, boolean flush, int eventNumber) {
    int flags = flush ? SKIP_LOCKFS_FLAG : SKIP_LOCKFS_FLAG | NOFLUSH_FLAG;
    return call(
        Step.RESUME,
        device,
        ControlRequest.SUSPEND,
        ControlRequest.on(device.uuid()).flags(flags).event(eventNumber));
  }

  @Override
  public void load(DeviceInfo device, Target target, boolean readOnly) {
    call(
        Step.LOAD,
        device,
        ControlRequest.LOAD,
        ControlRequest.on(device.uuid()).flags(readOnly ? READ_ONLY_FLAG : 0).target(target));
  }

  @Override
  public boolean remove(DeviceInfo device, boolean deferred, int eventNumber) {
    int flags = deferred ? DEFERRED_REMOVE_FLAG : 0;
    return call(
        Step.REMOVE,
        device,
        ControlRequest.REMOVE,
        ControlRequest.on(device.uuid()).flags(flags).event(eventNumber));
  }

  @Override
  public void message(DeviceInfo device, String text) {
    call(
        Step.MESSAGE,
        device,
        ControlRequest.MESSAGE,
        ControlRequest.on(device.uuid()).message(text));
  }

  @Override
  public void close() {
    boolean last;
    synchronized (this) {
      last = !closed && users == 0;
      closed = true;
    }
    if (last) {
      system.close(descriptor);
    }
  }

  /** Answers whether the kernel sent an event. */
  private boolean call(Step step, DeviceInfo device, int request, ControlRequest what) {
    if (!begin()) {
      throw new TaskException(step, device.name(), 0, "the device-mapper binding is stopped");
    }
    try (Memory argument = what.argument()) {
      system.ioctl(descriptor, new NativeLong(request), argument);
      return (ControlRequest.flags(argument) & UEVENT_GENERATED_FLAG) != 0;
    } catch (LastErrorException e) {
      int errno = e.getErrorCode();
      throw new TaskException(step, device.name(), errno, system.strerror(errno));
    } finally {
      end();
    }
  }

  private synchronized boolean begin() {
    if (!closed) {
      users++;
    }
    return !closed;
  }

  private void end() {
    boolean last;
    synchronized (this) {
      users--;
      last = closed && users == 0;
    }
    if (last) {
      system.close(descriptor);
    }
  }
}
