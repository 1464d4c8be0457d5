package org.polypath.client.mpathconf;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.polypath.client.CommandClient;

/** The host this runs on: asked through sysfs, the daemon's socket, dmsetup(8) and systemctl(1). */
final class LinuxHost implements Host {
  private static final long SECONDS = 60;
  private static final String UUID = "mpath-";

  @Override
  public boolean isModuleLoaded() {
    return Files.isDirectory(Path.of("/sys/module/dm_multipath"));
  }

  @Override
  public boolean isDaemonRunning() {
    try (CommandClient daemon = CommandClient.connect()) {
      return daemon.ask("show daemon").startsWith("pid");
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void loadModule() {
    if (!isModuleLoaded()) {
      run("modprobe", "dm_multipath");
    }
  }

  @Override
  public void daemon(String verb) {
    run("systemctl", verb, "multipathd.service");
  }

  @Override
  public String wwid(String device) {
    boolean number = device.matches("\\d+:\\d+");
    String[] parts = device.split(":", 2);
    Optional<String> uuid =
        number
            ? ask(
                "dmsetup",
                "info",
                "-c",
                "--noheadings",
                "-o",
                "uuid",
                "-j",
                parts[0],
                "-m",
                parts[1])
            : ask("dmsetup", "info", "-c", "--noheadings", "-o", "uuid", device);
    Optional<String> found =
        uuid.map(String::strip)
            .filter(text -> text.startsWith(UUID))
            .map(text -> text.substring(UUID.length()));
    if (number && found.isEmpty()) {
      throw new IllegalArgumentException("--allow: there is no map " + device);
    }
    return found.orElse(device);
  }

  private static void run(String... words) {
    if (ask(words).isEmpty()) {
      throw new IllegalArgumentException("failed: " + String.join(" ", words));
    }
  }

  /** What a program prints; empty if there is no such program or it fails. */
  private static Optional<String> ask(String... words) {
    try {
      Process process =
          new ProcessBuilder(List.of(words))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectInput(new File("/dev/null"))
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean succeeded = process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
      return succeeded ? Optional.of(output) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
