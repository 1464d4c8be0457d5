package org.polypath.client.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.polypath.client.CommandClient;

/** Says what a device answers as vendor and product: as the daemon has it, else as sysfs has it. */
final class Devices {
  private static final String PATHS = "show paths raw format \"%d|%s\"";

  /** A source of the daemon's reply to a command. */
  interface Daemon {
    String ask(String command) throws IOException;
  }

  private final Daemon daemon;
  private final Path blocks;

  /**
   * Asks there.
   *
   * @param blocks the folder of block devices in sysfs
   */
  Devices(Daemon daemon, Path blocks) {
    this.daemon = daemon;
    this.blocks = blocks;
  }

  /** Of this host, or of the simulated host of a daemon that runs here. */
  static Devices ofHost() {
    return new Devices(
        command -> {
          try (CommandClient client = CommandClient.connect()) {
            return client.ask(command);
          }
        },
        Path.of("/sys/block"));
  }

  /**
   * The array that a device is on.
   *
   * @param device its name, with or without {@code /dev/}
   * @throws IllegalArgumentException there is no such device
   */
  ArrayIdentity array(String device) {
    String name = device.replaceFirst("^/dev/", "");
    return ofDaemon(name)
        .or(() -> ofKernel(name))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "device '"
                        + device
                        + "': neither a running daemon nor "
                        + blocks
                        + " has it; give a name that `multipathd show paths` lists, like sda"));
  }

  /** Where no daemon answers, the kernel's word counts. */
  private Optional<ArrayIdentity> ofDaemon(String name) {
    try {
      return daemon
          .ask(PATHS)
          .lines()
          .filter(line -> line.startsWith(name + "|"))
          .findFirst()
          .map(line -> ofWords(line.substring(name.length() + 1)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Vendor, then product, which may have commas. */
  private static ArrayIdentity ofWords(String words) {
    String[] both = words.split(",", 2);
    return ArrayIdentity.ofDevice(both[0].strip(), both.length > 1 ? both[1].strip() : "");
  }

  private Optional<ArrayIdentity> ofKernel(String name) {
    Path folder = blocks.resolve(name).resolve("device");
    try {
      String product = Files.readString(folder.resolve("model")).strip();
      return Optional.of(
          ArrayIdentity.ofDevice(Files.readString(folder.resolve("vendor")).strip(), product));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
