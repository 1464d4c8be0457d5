package org.polypath.client.pathcheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A host in a folder, as far as {@code lib/path-check.sh} looks at it. */
final class PathCheckHost {
  private static final Path SCRIPT =
      Path.of("../distribution/src/lib/path-check.sh").toAbsolutePath().normalize();

  private final Path folder;

  PathCheckHost(Path folder) {
    this.folder = folder;
    write("mounts", "");
    write("swaps", "Filename\tType\n");
    write("state/wwids", "# Valid WWIDs:\n");
  }

  /** How the script ended and what it said. */
  record Answer(int status, String text) {}

  /** A SCSI disk with the udev properties {@code NAME=VALUE}. */
  void disk(String name, String number, String... properties) {
    write("sys/class/block/" + name + "/dev", number + "\n");
    write("sys/class/block/" + name + "/device/vendor", "ACME    \n");
    write("sys/class/block/" + name + "/device/model", "Array           \n");
    write("sys/dev/block/" + number + "/device/state", "running\n");
    write(
        "udev/b" + number,
        Stream.of(properties)
            .map(property -> "E:" + property + "\n")
            .collect(Collectors.joining("", "S:disk/by-id/x\n", "")));
  }

  /** What holds a disk. */
  void holder(String disk, String holder, String uuid) {
    write("sys/class/block/" + disk + "/holders/" + holder + "/dm/uuid", uuid + "\n");
  }

  /** The rules; words are separated by blanks here. */
  void rules(String... lines) {
    write(
        "run/path-rules",
        Stream.of(lines)
            .map(line -> line.replaceAll("(?<!\\\\) ", "\t").replace("\\ ", " ") + "\n")
            .collect(Collectors.joining()));
  }

  /** Writes a file of this host. */
  void write(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean has(String name) {
    return Files.exists(folder.resolve(name));
  }

  /** Runs one function of the script. */
  Answer run(String call) {
    return run(call, List.of());
  }

  /** Runs one function of the script, with nothing but these variables exported. */
  Answer run(String call, List<String> environment) {
    List<String> lines =
        List.of(
            "set -euo pipefail",
            "home=/nowhere",
            "source " + SCRIPT,
            "sys=%1$s/sys udev_data=%1$s/udev run_multipath=%1$s/run state=%1$s/state"
                .formatted(folder),
            "configuration=%1$s/multipath.conf mount_table=%1$s/mounts swaps=%1$s/swaps"
                .formatted(folder),
            "by_id=%1$s/by-id dev=/dev".formatted(folder),
            "dmsetup() { cat %s/status; }".formatted(folder),
            call);
    try {
      ProcessBuilder builder = new ProcessBuilder("bash", "-c", String.join("\n", lines));
      builder.environment().clear();
      builder.environment().put("PATH", System.getenv("PATH"));
      environment.forEach(
          pair -> builder.environment().put(pair.split("=", 2)[0], pair.split("=", 2)[1]));
      Process process = builder.redirectErrorStream(true).start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Answer(process.waitFor(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
