package org.polypath.dm;

import java.util.function.Function;
import org.polypath.api.map.MapDriverException;
import org.polypath.api.path.Wwid;
import org.polypath.dm.KernelVersions.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What works on an opened library. Used on the driver's thread only.
 *
 * @param mapper the library
 * @param versions of the kernel's device-mapper when it was opened
 * @param reader reads maps
 * @param operations changes the map of a WWID
 * @param selectors finds out which path selectors there are
 * @param waiter waits for udev
 * @param calls the calls that may wait
 */
record Binding(
    DeviceMapper mapper,
    KernelVersions versions,
    MapReader reader,
    Function<Wwid, MapOperations> operations,
    SelectorProbe selectors,
    CookieWaiter waiter,
    WaitingCalls calls) {
  private static final Logger LOG = LoggerFactory.getLogger(Binding.class);

  /**
   * Opens the library and puts the parts together.
   *
   * @throws MapDriverException if there is no device-mapper, or one too old
   */
  static Binding open(Host host, DriverThread thread) {
    DeviceMapper mapper = host.open();
    try {
      KernelVersions versions = checkedVersions(mapper);
      CookieWaiter waiter = new CookieWaiter(mapper, host::udevRuns, thread);
      UdevWork udev = new UdevWork(mapper, waiter, thread);
      PartitionMaps partitions = new PartitionMaps(host);
      WaitingCalls waiting = host.openWaitingCalls();
      MapCalls calls = new MapCalls(waiting, mapper, thread);
      MapRemoval removal = new MapRemoval(mapper, partitions, udev, calls, thread);
      MapRenaming renaming = new MapRenaming(mapper, partitions, udev);
      return new Binding(
          mapper,
          versions,
          new MapReader(mapper),
          wwid -> new MapOperations(wwid, mapper, udev, calls, removal, renaming),
          new SelectorProbe(mapper, udev, calls, host),
          waiter,
          waiting);
    } catch (RuntimeException e) {
      mapper.close();
      throw e;
    }
  }

  void close() {
    waiter.giveUp();
    calls.close();
    mapper.close();
  }

  private static KernelVersions checkedVersions(DeviceMapper mapper) {
    KernelVersions versions;
    try {
      versions = mapper.versions();
    } catch (TaskException e) {
      throw new MapDriverException(e.refused().text(), e);
    }
    Version driver = versions.driver();
    if (driver.compareTo(KernelVersions.OLDEST_DRIVER) < 0) {
      throw new MapDriverException(
          "the kernel's device-mapper is too old: it is "
              + driver
              + ", at least "
              + KernelVersions.OLDEST_DRIVER
              + " is needed: run Linux 4.14 or newer");
    }
    LOG.debug(
        "device-mapper opened: library: {}, driver: {}, targets: {}",
        versions.library(),
        driver,
        versions.targets());
    return versions;
  }
}
