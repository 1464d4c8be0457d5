package org.polypath.linux.udev;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polypath.api.discovery.DiscoveryException;

/** The disks that the kernel has and what udev's rules found out about them. */
public interface DiskDatabase {
  /**
   * All whole disks in udev's order of sysfs paths, also those whose rules have not run yet.
   *
   * @throws DiscoveryException if udev's library is not there
   */
  List<Disk> disks();

  /**
   * One disk.
   *
   * @param name the kernel's name
   * @return empty if there is no such disk (now)
   * @throws DiscoveryException if udev's library is not there
   */
  Optional<Disk> disk(String name);

  /**
   * Begins to receive events of whole disks; they are kept until they are followed.
   *
   * @throws DiscoveryException if events cannot be received
   */
  DiskMonitor monitor();

  /**
   * A disk and what is known about it.
   *
   * @param name the kernel's name
   * @param properties the udev properties
   */
  record Disk(String name, Map<String, String> properties) {}
}
