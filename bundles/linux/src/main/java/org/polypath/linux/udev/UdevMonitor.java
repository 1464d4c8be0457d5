package org.polypath.linux.udev;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import org.polypath.api.discovery.DiscoveryException;
import org.polypath.linux.kernel.CLibrary;
import org.polypath.linux.kernel.ErrorNumber;
import org.polypath.linux.kernel.SystemCallException;
import org.polypath.linux.kernel.Waiting;

/** libudev's monitor: events that udev's daemon sends when its rules have run. */
final class UdevMonitor implements DiskMonitor {
  /**
   * Room for the events of a host whose fabric comes back; the kernel caps it without privilege.
   */
  private static final int RECEIVE_BUFFER_BYTES = 128 * 1024 * 1024;

  private final LibUdev functions;
  private final Pointer udev;
  private final Pointer monitor;
  private final Waiting waiting;

  private UdevMonitor(LibUdev functions, Pointer udev, Pointer monitor, Waiting waiting) {
    this.functions = functions;
    this.udev = udev;
    this.monitor = monitor;
    this.waiting = waiting;
  }

  /**
   * Begins to receive.
   *
   * @throws DiscoveryException if that is not possible
   */
  static UdevMonitor start(LibUdev functions, CLibrary system) {
    Pointer udev = UdevLibrary.made("udev_new", functions::udev_new);
    Pointer monitor = functions.udev_monitor_new_from_netlink(udev, "udev");
    try {
      if (monitor == null) {
        throw new DiscoveryException(
            "libudev: no monitor, error number "
                + Native.getLastError()
                + "; see that netlink sockets are allowed (systemd: RestrictAddressFamilies)");
      }
      enable(functions, monitor);
      Waiting waiting = Waiting.on(system, functions.udev_monitor_get_fd(monitor));
      return new UdevMonitor(functions, udev, monitor, waiting);
    } catch (SystemCallException | DiscoveryException e) {
      release(functions, udev, monitor);
      throw e instanceof DiscoveryException known
          ? known
          : new DiscoveryException("events of paths: " + e.getMessage(), e);
    }
  }

  private static void enable(LibUdev functions, Pointer monitor) {
    functions.udev_monitor_set_receive_buffer_size(monitor, RECEIVE_BUFFER_BYTES);
    int filter =
        functions.udev_monitor_filter_add_match_subsystem_devtype(
            monitor, UdevDatabase.SUBSYSTEM, UdevDatabase.KIND);
    int result = filter < 0 ? filter : functions.udev_monitor_enable_receiving(monitor);
    if (result < 0) {
      throw new DiscoveryException("libudev: events cannot be received, error number " + -result);
    }
  }

  private static void release(LibUdev functions, Pointer udev, Pointer monitor) {
    if (monitor != null) {
      functions.udev_monitor_unref(monitor);
    }
    functions.udev_unref(udev);
  }

  @Override
  public void follow(Listener listener) {
    try {
      while (waiting.untilReadable()) {
        receive(listener);
      }
    } catch (SystemCallException e) {
      throw new DiscoveryException("events of paths: " + e.getMessage(), e);
    } finally {
      waiting.release();
      release(functions, udev, monitor);
    }
  }

  private void receive(Listener listener) {
    Pointer device = functions.udev_monitor_receive_device(monitor);
    if (device == null) {
      // EAGAIN: the event was not for us, or was not udev's
      if (Native.getLastError() == ErrorNumber.ENOBUFS) {
        listener.overflowed();
      }
      return;
    }
    try {
      String name = functions.udev_device_get_sysname(device);
      if ("remove".equals(functions.udev_device_get_action(device))) {
        listener.removed(name);
      } else {
        listener.changed(name);
      }
    } finally {
      functions.udev_device_unref(device);
    }
  }

  @Override
  public void stop() {
    waiting.end();
  }
}
