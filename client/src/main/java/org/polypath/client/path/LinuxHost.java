package org.polypath.client.path;

import java.nio.file.Path;
import java.util.Optional;
import org.polypath.api.device.PathDevice;
import org.polypath.api.discovery.DiscoveryException;
import org.polypath.client.path.PathProgramException.Failure;
import org.polypath.launcher.NativeLibrary;
import org.polypath.launcher.PropertyNames;
import org.polypath.linux.LinuxDiscovery;

/** This host. */
final class LinuxHost implements Host {
  private static final Path SYSFS = Path.of("/sys");

  private final LinuxDiscovery discovery = new LinuxDiscovery();

  /** With the native library that is shipped. */
  LinuxHost() {
    Optional.ofNullable(System.getProperty(PropertyNames.HOME))
        .map(Path::of)
        .ifPresent(NativeLibrary::use);
  }

  @Override
  public PathDevice device(Path folder, String argument) throws PathProgramException {
    String name = new DeviceArgument(SYSFS, folder).kernelName(argument);
    try {
      return discovery
          .look(name)
          .map(discovery::device)
          .orElseThrow(
              () ->
                  new PathProgramException(
                      Failure.NOT_OPENED,
                      "could not open " + argument + ": " + name + " is no path"));
    } catch (DiscoveryException e) {
      throw new PathProgramException(Failure.NOT_OPENED, e.getMessage());
    }
  }
}
