package org.polypath.dm;

import java.util.List;

/** What of a host the binding uses; the real one, or a test's. */
public interface Host {
  /**
   * Opens the library. Called on the driver's thread, and again at the next use if it fails.
   *
   * @throws org.polypath.api.map.MapDriverException if there is no device-mapper
   */
  DeviceMapper open();

  /**
   * Opens the control node for events.
   *
   * @throws org.polypath.api.map.MapDriverException if it cannot be opened
   */
  ControlNode openControlNode();

  /** The calls that may wait. Opened after the library was. */
  WaitingCalls openWaitingCalls();

  /** Names of the devices that lie directly on a device and have a dm UUID, with these UUIDs. */
  List<Holder> holders(DeviceInfo device);

  /** Whether there is a udev daemon to answer. */
  boolean udevRuns();

  /** A clock that only goes forward, in nanoseconds as {@link System#nanoTime}. */
  long nanoTime();

  /** Whether the kernel has loaded a module, for instance {@code dm-service-time}. */
  boolean isModuleLoaded(String module);

  /**
   * A dm device that lies on another.
   *
   * @param name its dm name
   * @param uuid its dm UUID
   */
  record Holder(String name, String uuid) {}
}
