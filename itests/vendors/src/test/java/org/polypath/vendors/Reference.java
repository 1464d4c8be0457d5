package org.polypath.vendors;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The installed reference, {@code multipath -t}, in a mount namespace without configuration. */
final class Reference {
  private static final Path PROGRAM = Path.of("/usr/sbin/multipath");
  private static final long LIMIT_SECONDS = 60;

  private Reference() {}

  /** What it prints; empty if it is not installed or may not have a namespace of its own. */
  static Optional<String> printed(Path empty) throws IOException, InterruptedException {
    if (!Files.isExecutable(PROGRAM)) {
      return Optional.empty();
    }
    Files.createDirectories(empty.resolve("etc"));
    Files.writeString(empty.resolve("etc/multipath.conf"), "");
    Files.writeString(empty.resolve("etc/passwd"), "root:x:0:0::/:/bin/sh\n");
    for (List<String> namespace : List.of(List.of("unshare", "-m"), List.of("unshare", "-mr"))) {
      String text = run(namespace, empty);
      if (text.contains("\ndevices {")) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  private static String run(List<String> namespace, Path empty)
      throws IOException, InterruptedException {
    Path output = empty.resolve("output");
    List<String> command = new ArrayList<>(namespace);
    command.addAll(
        List.of(
            "sh",
            "-c",
            "mount --bind \"$0\" /etc && exec \"$1\" -v0 -t",
            empty.resolve("etc").toString(),
            PROGRAM.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("multipath -t did not end");
    }
    return Files.readString(output, StandardCharsets.ISO_8859_1);
  }
}
