package org.polypath.linux.device;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.polypath.api.device.PathDevice;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.linux.kernel.DeviceCalls;
import org.polypath.linux.sysfs.Sysfs;

/** The ways to all disks that were ever asked for and have not left. Any thread. */
public final class PathChannels implements AutoCloseable {
  private final DeviceCalls calls;
  private final Sysfs sysfs;
  private final Path deviceDirectory;
  private final RequestThreads threads = new RequestThreads();
  private final ConcurrentHashMap<String, Numbered> channels = new ConcurrentHashMap<>();

  /**
   * No ways yet.
   *
   * @param calls how devices are reached
   * @param sysfs where their attributes are
   * @param deviceDirectory where their nodes are, {@code /dev}
   */
  public PathChannels(DeviceCalls calls, Sysfs sysfs, Path deviceDirectory) {
    this.calls = calls;
    this.sysfs = sysfs;
    this.deviceDirectory = deviceDirectory;
  }

  private record Numbered(DeviceNumber number, PathChannel channel) {}

  /** The device of a path. Opens nothing until the first request. */
  public PathDevice device(PathFacts facts) {
    return new KernelPathDevice(facts, sysfs, () -> channel(facts.name(), facts.number()));
  }

  /** Lets a disk go that has left: its descriptors must not keep it in the kernel. */
  public void forget(String name) {
    Numbered left = channels.remove(name);
    if (left != null) {
      letGo(left.channel());
    }
  }

  /** Not by the caller: the kernel may let closing wait for whoever is just opening the disk. */
  private void letGo(PathChannel channel) {
    try {
      threads.execute(channel::close);
    } catch (RejectedExecutionException e) {
      channel.close();
    }
  }

  /** Lets all disks go but these. */
  public void retain(Collection<String> names) {
    channels.keySet().stream().filter(name -> !names.contains(name)).forEach(this::forget);
  }

  private PathChannel channel(String name, DeviceNumber number) {
    Numbered known = channels.get(name);
    if (known != null && known.number().equals(number)) {
      return known.channel();
    }
    return channels
        .compute(
            name,
            (key, before) -> {
              if (before != null && before.number().equals(number)) {
                return before;
              }
              if (before != null) {
                letGo(before.channel());
              }
              return new Numbered(number, open(name, number));
            })
        .channel();
  }

  private PathChannel open(String name, DeviceNumber number) {
    return new PathChannel(name, held(name, number), held(name, number), calls, threads);
  }

  private HeldDescriptor held(String name, DeviceNumber number) {
    DeviceNode node = new DeviceNode(deviceDirectory, name, number);
    Supplier<Optional<Object>> identity = () -> sysfs.identity(sysfs.disk(name));
    return new HeldDescriptor(node, identity, calls);
  }

  /** Lets all disks go and ends the threads as their requests come back. */
  @Override
  public void close() {
    channels.keySet().forEach(this::forget);
    threads.close();
  }
}
