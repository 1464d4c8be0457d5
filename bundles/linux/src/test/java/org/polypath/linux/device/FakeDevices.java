package org.polypath.linux.device;

import com.sun.jna.Pointer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.polypath.linux.kernel.DeviceCalls;
import org.polypath.linux.kernel.ErrorNumber;
import org.polypath.linux.kernel.SystemCallException;

/** Devices that answer, hang or fail as a test wants. A device is known by its file. */
public final class FakeDevices implements DeviceCalls {
  /** What a device does with a command; answers by writing to the header. */
  @FunctionalInterface
  public interface Scsi {
    /** Handles a command. */
    void handle(String file, Pointer header) throws SystemCallException;
  }

  private final AtomicInteger descriptors = new AtomicInteger(100);
  private final Map<Integer, String> open = new ConcurrentHashMap<>();
  private final List<String> opened = new CopyOnWriteArrayList<>();
  private final Set<String> hanging = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> failing = new ConcurrentHashMap<>();
  private final CountDownLatch released = new CountDownLatch(1);
  private volatile Scsi scsi = (file, header) -> {};

  /** Lets a device hang until {@link #release}. */
  public void hang(String file) {
    hanging.add(file);
  }

  /** Lets all hanging devices answer. */
  public void release() {
    hanging.clear();
    released.countDown();
  }

  /** Lets everything on an open device fail with an error number. */
  public void fail(String file, int number) {
    failing.put(file, number);
  }

  /** Lets a device answer again. */
  public void mend(String file) {
    failing.remove(file);
  }

  /** Says how commands are answered. */
  public void answer(Scsi handler) {
    scsi = handler;
  }

  /** Every file that was opened, in order. */
  public List<String> opened() {
    return opened;
  }

  /** The files that are open now. */
  public List<String> open() {
    return List.copyOf(open.values());
  }

  @Override
  public int open(String path) throws SystemCallException {
    if (path.contains("missing")) {
      throw new SystemCallException("open " + path, ErrorNumber.ENOENT, "No such file");
    }
    int descriptor = descriptors.incrementAndGet();
    opened.add(path);
    open.put(descriptor, path);
    return descriptor;
  }

  @Override
  public void close(int descriptor) {
    if (open.remove(descriptor) == null) {
      throw new IllegalStateException("closed twice: " + descriptor);
    }
  }

  @Override
  public void sendScsi(int descriptor, Pointer header) throws SystemCallException {
    scsi.handle(reach(descriptor), header);
  }

  @Override
  public int read(int descriptor, Pointer buffer, int count, long offset)
      throws SystemCallException {
    reach(descriptor);
    // a device that answers late still writes to the memory it was given
    buffer.setMemory(0, count, (byte) 0x5a);
    return count;
  }

  private String reach(int descriptor) throws SystemCallException {
    String file = open.get(descriptor);
    if (file == null) {
      throw new SystemCallException("request", 9, "Bad file descriptor");
    }
    if (hanging.contains(file)) {
      try {
        released.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException("a request in the kernel is not interrupted", e);
      }
    }
    Integer number = failing.get(file);
    if (number != null) {
      throw new SystemCallException("request", number, "failing");
    }
    return file;
  }
}
