package org.polypath.linux.sysfs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.polypath.api.path.ScsiAddress;

/**
 * Where a SCSI device hangs in the tree of devices: the directories above it tell host adapter and
 * transport.
 *
 * @param sysfs where it was read
 * @param address its address
 * @param ancestors the directories above the device, nearest first
 */
record ScsiLocation(Sysfs sysfs, ScsiAddress address, List<Path> ancestors) {
  private static final Pattern PCI_ADDRESS =
      Pattern.compile("[0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2}\\.[0-7]");

  /**
   * The location of a SCSI device.
   *
   * @param device its real directory, whose name is the address
   */
  static Optional<ScsiLocation> of(Sysfs sysfs, Path device) {
    return ScsiAddress.parse(String.valueOf(device.getFileName()))
        .map(address -> new ScsiLocation(sysfs, address, above(device)));
  }

  private static List<Path> above(Path device) {
    List<Path> ancestors = new ArrayList<>();
    for (Path at = device.getParent();
        at != null && at.getFileName() != null;
        at = at.getParent()) {
      ancestors.add(at);
    }
    return List.copyOf(ancestors);
  }

  /** The kernel's name of the host adapter, for instance {@code host3}. */
  String host() {
    return "host" + address.host();
  }

  /** The kernel's name of the target, for instance {@code target3:0:1}. */
  String target() {
    return "target" + address.host() + ":" + address.channel() + ":" + address.target();
  }

  /** The name of the nearest directory above whose name fits. */
  Optional<String> ancestor(Pattern name) {
    return ancestors.stream()
        .map(directory -> directory.getFileName().toString())
        .filter(candidate -> name.matcher(candidate).matches())
        .findFirst();
  }

  /** Whether the host adapter is in a class, for instance {@code fc_host}. */
  boolean hostIsIn(String className) {
    return sysfs.identity(sysfs.ofClass(className, host())).isPresent();
  }

  /** An attribute of the host adapter in a class. */
  Optional<String> ofHost(String className, String attribute) {
    return attribute(className, host(), attribute);
  }

  /** An attribute of a device in a class; empty if it is not there or has no value. */
  Optional<String> attribute(String className, String name, String attribute) {
    return sysfs
        .text(sysfs.ofClass(className, name).resolve(attribute))
        .map(String::strip)
        .filter(text -> !text.isEmpty() && !text.equals("(null)") && !text.equals("<NULL>"));
  }

  /** The PCI address of the adapter: the nearest PCI function above. */
  Optional<String> adapter() {
    return ancestor(PCI_ADDRESS);
  }
}
