package org.polypath.api.discovery;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.polypath.api.device.PathDevice;
import org.polypath.api.path.PathFacts;

/** Finds paths and gives access to them: the host's own, or simulated ones. */
@ConsumerType
public interface PathDiscovery {
  /**
   * Lists the paths there are now, in the order in which maps list theirs (udev's order of sysfs
   * paths). Called from a thread that may block.
   *
   * @throws DiscoveryException if the host cannot be looked at
   */
  List<PathFacts> scan();

  /**
   * Reads one path's facts anew. Called from a thread that may block.
   *
   * @param name the kernel's name, for instance {@code sda}
   * @return empty if there is no such disk (now)
   */
  Optional<PathFacts> look(String name);

  /**
   * Follows changes until the watch is closed. The listener is called from one thread of the
   * discovery, in the order of events.
   *
   * @throws DiscoveryException if changes cannot be followed
   */
  DiscoveryWatch watch(DiscoveryListener listener);

  /** The device of a path whose facts came from here. Does not open anything yet. */
  PathDevice device(PathFacts facts);

  /**
   * Changes something about a path in the kernel. Called from a thread that may block: some changes
   * wait for the disk.
   *
   * @return what was not done, and why, in a line each; empty if all was
   */
  default List<String> change(PathFacts path, PathChange change) {
    return List.of("paths cannot be changed here");
  }
}
