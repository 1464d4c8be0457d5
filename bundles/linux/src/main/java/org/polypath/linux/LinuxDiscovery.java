package org.polypath.linux;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.polypath.api.PluginName;
import org.polypath.api.device.PathDevice;
import org.polypath.api.discovery.DiscoveryException;
import org.polypath.api.discovery.DiscoveryListener;
import org.polypath.api.discovery.DiscoveryWatch;
import org.polypath.api.discovery.PathChange;
import org.polypath.api.discovery.PathDiscovery;
import org.polypath.api.path.PathFacts;
import org.polypath.linux.change.PathChanges;
import org.polypath.linux.device.PathChannels;
import org.polypath.linux.kernel.CLibrary;
import org.polypath.linux.kernel.NativeDeviceCalls;
import org.polypath.linux.sysfs.DeviceFamily;
import org.polypath.linux.sysfs.DiskFacts;
import org.polypath.linux.sysfs.Sysfs;
import org.polypath.linux.udev.DiskDatabase;
import org.polypath.linux.udev.UdevDatabase;

/**
 * The paths of this host: listed by udev, their facts from sysfs, reached by {@code SG_IO} and
 * direct reads. Binds no native library before it is used.
 */
@Component(immediate = true)
@PluginName("linux")
public final class LinuxDiscovery implements PathDiscovery {
  private final Sysfs sysfs;
  private final DiskDatabase database;
  private final PathChannels channels;
  private final DiskFacts facts;
  private final PageInquiry inquiry;
  private final VendorPages vendorPages;
  private final PathChanges changes;

  /** On this host. */
  @Activate
  public LinuxDiscovery() {
    this(new CLibrary());
  }

  private LinuxDiscovery(CLibrary library) {
    this(
        Sysfs.KERNEL,
        new UdevDatabase(library),
        new PathChannels(new NativeDeviceCalls(library), Sysfs.KERNEL, Path.of("/dev")));
  }

  /** On any host-like directories and devices. */
  LinuxDiscovery(Sysfs sysfs, DiskDatabase database, PathChannels channels) {
    this.sysfs = sysfs;
    this.database = database;
    this.channels = channels;
    facts = new DiskFacts(sysfs);
    inquiry = new PageInquiry(this::device);
    vendorPages =
        new VendorPages(
            this::device, path -> sysfs.bytes(sysfs.disk(path.name()).resolve("device/vpd_pg0")));
    changes = new PathChanges(sysfs);
  }

  @Override
  public List<PathFacts> scan() {
    if (!sysfs.isMounted()) {
      throw new DiscoveryException(
          "discovery of paths: no sysfs at " + sysfs.root() + "; mount it there");
    }
    List<PathFacts> found = database.disks().stream().flatMap(disk -> read(disk).stream()).toList();
    channels.retain(found.stream().map(PathFacts::name).collect(Collectors.toSet()));
    return vendorPages.complete(inquiry.complete(found));
  }

  @Override
  public Optional<PathFacts> look(String name) {
    return DeviceFamily.of(name)
        .flatMap(family -> database.disk(name))
        .flatMap(this::read)
        .map(found -> vendorPages.complete(inquiry.complete(List.of(found))).get(0));
  }

  private Optional<PathFacts> read(DiskDatabase.Disk disk) {
    return DeviceFamily.of(disk.name())
        .flatMap(family -> facts.read(disk.name(), disk.properties()));
  }

  @Override
  public DiscoveryWatch watch(DiscoveryListener listener) {
    return FollowedDisks.begin(
        database::monitor, new DiskEvents(this::look, channels::forget, listener));
  }

  @Override
  public PathDevice device(PathFacts path) {
    return channels.device(path);
  }

  @Override
  public List<String> change(PathFacts path, PathChange change) {
    return changes.make(path, change);
  }

  /** Lets all devices go. */
  @Deactivate
  void close() {
    channels.close();
  }
}
