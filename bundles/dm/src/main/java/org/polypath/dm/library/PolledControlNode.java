package org.polypath.dm.library;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import org.polypath.dm.ControlNode;
import org.polypath.dm.Errno;
import org.polypath.dm.Step;
import org.polypath.dm.TaskException;

/** The control node and an eventfd beside it, through which the waiting is ended. */
final class PolledControlNode implements ControlNode {
  private static final int CLOSE_ON_EXEC = 0x80000;
  private static final short READABLE = 1;
  private static final int FOR_EVER = -1;

  /** Size of {@code struct pollfd}: descriptor, 2 bytes asked for, 2 bytes answered. */
  private static final int ENTRY = 8;

  private static final String NO_DEVICE = "device-mapper events";

  private final SystemLibrary system;
  private final int control;
  private final int wakeUp;
  private boolean closed;
  private boolean waiting;

  PolledControlNode(SystemLibrary system) throws LastErrorException {
    this.system = system;
    control = ControlRequest.open(system);
    wakeUp = system.eventfd(0, CLOSE_ON_EXEC);
  }

  @Override
  public synchronized void arm() {
    if (closed) {
      return;
    }
    try (Memory argument = ControlRequest.armPoll().argument()) {
      system.ioctl(control, new NativeLong(ControlRequest.ARM_POLL), argument);
    } catch (LastErrorException e) {
      throw failure(e);
    }
  }

  @Override
  public boolean await() {
    if (!startWaiting()) {
      return false;
    }
    try {
      poll();
    } finally {
      stopWaiting();
    }
    return !isClosed();
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (waiting) {
      // who waits closes the descriptors: closing them here would not wake it
      writeToWakeUp();
    } else {
      closeDescriptors();
    }
  }

  private void poll() {
    try (Memory entries = new Memory(2L * ENTRY)) {
      entries.clear();
      entries.setInt(0, control);
      entries.setShort(4, READABLE);
      entries.setInt(ENTRY, wakeUp);
      entries.setShort(ENTRY + 4, READABLE);
      system.poll(entries, new NativeLong(2), FOR_EVER);
    } catch (LastErrorException e) {
      if (e.getErrorCode() != Errno.EINTR) {
        throw failure(e);
      }
    }
  }

  private synchronized boolean startWaiting() {
    waiting = !closed;
    return waiting;
  }

  private synchronized void stopWaiting() {
    waiting = false;
    if (closed) {
      closeDescriptors();
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private void writeToWakeUp() {
    try (Memory one = new Memory(8)) {
      one.setLong(0, 1);
      system.write(wakeUp, one, new NativeLong(8));
    }
  }

  private void closeDescriptors() {
    system.close(control);
    system.close(wakeUp);
  }

  private TaskException failure(LastErrorException e) {
    return new TaskException(
        Step.LOOK_UP, NO_DEVICE, e.getErrorCode(), system.strerror(e.getErrorCode()));
  }
}
