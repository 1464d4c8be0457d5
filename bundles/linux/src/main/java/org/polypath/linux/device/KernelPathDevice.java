package org.polypath.linux.device;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.polypath.api.device.PathDevice;
import org.polypath.api.device.ReadOutcome;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.discovery.DiscoveryException;
import org.polypath.api.path.DeviceState;
import org.polypath.api.path.PathFacts;
import org.polypath.linux.sysfs.Sysfs;

/**
 * A disk of this host as a plug-in sees it.
 *
 * @param facts what discovery knows
 * @param sysfs where its attributes are
 * @param channel the way to it, asked for at each request: the one before may have been let go
 */
record KernelPathDevice(PathFacts facts, Sysfs sysfs, Supplier<PathChannel> channel)
    implements PathDevice {
  private static final int SHORTEST_READ = 512;
  private static final int LONGEST_READ = 65536;

  @Override
  public CompletionStage<ScsiOutcome> send(ScsiCommand command) {
    return channel.get().send(command);
  }

  @Override
  public CompletionStage<ReadOutcome> read(long offset, int length, Duration timeout) {
    boolean lengthFits =
        length >= SHORTEST_READ && length <= LONGEST_READ && Integer.bitCount(length) == 1;
    if (!lengthFits || offset < 0 || offset % length != 0) {
      throw new IllegalArgumentException("read of " + length + " bytes at " + offset);
    }
    return channel.get().read(offset, length, timeout);
  }

  @Override
  public Optional<String> attribute(String name) {
    boolean isName = !name.isEmpty() && !name.contains("/") && !name.startsWith(".");
    try {
      return isName
          ? sysfs.text(device().resolve(name)).or(() -> sysfs.text(disk().resolve(name)))
          : Optional.empty();
    } catch (DiscoveryException e) {
      return Optional.empty();
    }
  }

  @Override
  public DeviceState state() {
    try {
      return sysfs.state(disk());
    } catch (DiscoveryException e) {
      // not known: the device itself is asked
      return DeviceState.NONE;
    }
  }

  private Path disk() {
    return sysfs.disk(facts.name());
  }

  private Path device() {
    return disk().resolve("device");
  }
}
