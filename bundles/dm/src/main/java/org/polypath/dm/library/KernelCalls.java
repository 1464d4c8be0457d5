package org.polypath.dm.library;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import org.polypath.api.path.DeviceNumber;
import org.polypath.dm.Step;
import org.polypath.dm.Target;
import org.polypath.dm.TaskException;
import org.polypath.dm.WaitingCalls;

/**
 * Requests to the control node, on one descriptor that is held: none is needed later, when the
 * process may have no more to spare.
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
  public void suspend(String name, DeviceNumber number, boolean flush) {
    int flags = flush ? SUSPEND_FLAG : SUSPEND_FLAG | NOFLUSH_FLAG | SKIP_LOCKFS_FLAG;
    call(Step.SUSPEND, name, ControlRequest.SUSPEND, ControlRequest.on(number).flags(flags));
  }

  @Override
  public boolean resume(String name, DeviceNumber number, boolean flush, int eventNumber) {
    int flags = flush ? SKIP_LOCKFS_FLAG : SKIP_LOCKFS_FLAG | NOFLUSH_FLAG;
    return call(
        Step.RESUME,
        name,
        ControlRequest.SUSPEND,
        ControlRequest.on(number).flags(flags).event(eventNumber));
  }

  @Override
  public void load(String name, DeviceNumber number, Target target, boolean readOnly) {
    call(
        Step.LOAD,
        name,
        ControlRequest.LOAD,
        ControlRequest.on(number).flags(readOnly ? READ_ONLY_FLAG : 0).target(target));
  }

  @Override
  public boolean remove(String name, DeviceNumber number, boolean deferred, int eventNumber) {
    int flags = deferred ? DEFERRED_REMOVE_FLAG : 0;
    return call(
        Step.REMOVE,
        name,
        ControlRequest.REMOVE,
        ControlRequest.on(number).flags(flags).event(eventNumber));
  }

  @Override
  public void message(String name, DeviceNumber number, String text) {
    call(Step.MESSAGE, name, ControlRequest.MESSAGE, ControlRequest.on(number).message(text));
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
  private boolean call(Step step, String name, int request, ControlRequest what) {
    if (!begin()) {
      throw new TaskException(step, name, 0, "the device-mapper binding is stopped");
    }
    try (Memory argument = what.argument()) {
      system.ioctl(descriptor, new NativeLong(request), argument);
      return (ControlRequest.flags(argument) & UEVENT_GENERATED_FLAG) != 0;
    } catch (LastErrorException e) {
      int errno = e.getErrorCode();
      throw new TaskException(step, name, errno, system.strerror(errno));
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
