package org.polypath.linux.change;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.polypath.api.discovery.DiscoveryException;
import org.polypath.api.discovery.PathChange;
import org.polypath.api.discovery.PathChange.Retrigger;
import org.polypath.api.path.PathFacts;
import org.polypath.linux.sysfs.DiskFacts;
import org.polypath.linux.sysfs.Sysfs;

/**
 * Changes paths by what sysfs lets one write. Any thread; some changes wait for the disk.
 *
 * @param sysfs where to write
 */
public record PathChanges(Sysfs sysfs) {
  private static final String NOW = "1";

  /**
   * Makes a change.
   *
   * @return what was not done as asked, and why; empty if all was
   */
  public List<String> make(PathFacts path, PathChange change) {
    SysfsWriter writer = new SysfsWriter(sysfs);
    try {
      if (!isStillThere(path)) {
        return List.of(path.name() + " is no longer there");
      }
      if (change instanceof PathChange.Delete && isAnotherDisk(path)) {
        return List.of(path.name() + " is not deleted: it leads to another disk by now");
      }
      change.accept(new Making(sysfs, path, sysfs.disk(path.name()), writer));
    } catch (DiscoveryException e) {
      writer.problem(e.getMessage());
    }
    return writer.problems();
  }

  /** Its name, and with it its number, may belong to a path at another place by now. */
  private boolean isStillThere(PathFacts path) {
    Path disk = sysfs.disk(path.name());
    Optional<Path> device = sysfs.real(disk.resolve("device"));
    boolean elsewhere =
        path.address()
            .filter(at -> device.filter(found -> found.endsWith(at.toString())).isEmpty())
            .isPresent();
    String number = path.number().toString();
    return !elsewhere && sysfs.text(disk.resolve("dev")).equals(Optional.of(number));
  }

  /** The array may have put another disk where the one was that is to be deleted. */
  private boolean isAnotherDisk(PathFacts path) {
    return new DiskFacts(sysfs)
        .read(path.name(), path.properties())
        .flatMap(PathFacts::pageIdentifier)
        .filter(found -> path.pageIdentifier().filter(before -> !before.equals(found)).isPresent())
        .isPresent();
  }

  private record Making(Sysfs sysfs, PathFacts path, Path disk, SysfsWriter writer)
      implements PathChange.Visitor<Void> {
    @Override
    public Void timeouts(PathChange.Timeouts change) {
      new TransportTimeouts(sysfs, path, writer).set(change);
      return null;
    }

    @Override
    public Void retrigger(Retrigger change) {
      String event =
          switch (change.event()) {
            case ADD -> "add";
            case CHANGE -> "change";
          };
      writer.write(disk.resolve("uevent"), event);
      return null;
    }

    @Override
    public Void transferLimit(PathChange.TransferLimit change) {
      writer.set(disk.resolve("queue/max_sectors_kb"), Integer.toString(change.kilobytes()));
      return null;
    }

    @Override
    public Void rescan(PathChange.Rescan change) {
      writer.write(disk.resolve("device/rescan"), NOW);
      return null;
    }

    @Override
    public Void delete(PathChange.Delete change) {
      writer.write(disk.resolve("device/delete"), NOW);
      return null;
    }
  }
}
