package org.polypath.config.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The installed reference, {@code multipath -t}, on files of ours: it runs in a mount namespace in
 * which {@code /etc} holds nothing but them.
 */
final class Reference {
  private static final Path PROGRAM = Path.of("/usr/sbin/multipath");
  private static final long LIMIT_SECONDS = 60;

  private final List<String> namespace;

  private Reference(List<String> namespace) {
    this.namespace = namespace;
  }

  /** The reference, if it is installed and this user may run it in a namespace of its own. */
  static Optional<Reference> installed() {
    if (!Files.isExecutable(PROGRAM)) {
      return Optional.empty();
    }
    return List.of(List.of("unshare", "-m"), List.of("unshare", "-m", "-r")).stream()
        .map(Reference::new)
        .filter(reference -> reference.print(Map.of("multipath.conf", "")).isPresent())
        .findFirst();
  }

  /**
   * Prints the configuration in force.
   *
   * @param files the files by their names under {@code /etc}
   * @return empty if the reference refuses them
   */
  Optional<String> print(Map<String, String> files) {
    try {
      Path directory = Files.createTempDirectory("reference");
      try {
        return print(directory, files);
      } finally {
        try (var left = Files.walk(directory)) {
          left.sorted(java.util.Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<String> print(Path directory, Map<String, String> files) throws IOException {
    Path etc = Files.createDirectories(directory.resolve("etc/multipath/conf.d")).resolve("../..");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(etc.resolve(file.getKey()), file.getValue());
    }
    Files.writeString(etc.resolve("passwd"), "root:x:0:0::/:/bin/sh\n");
    Path output = directory.resolve("output");
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(namespace));
    builder
        .command()
        .addAll(
            List.of(
                "sh",
                "-c",
                "mount --bind \"$0\" /etc && exec \"$1\" -v0 -t",
                etc.normalize().toString(),
                PROGRAM.toString()));
    builder.redirectOutput(output.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
    String text = "";
    try {
      Process process = builder.start();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("the reference did not end on " + files);
      }
      text = new String(Files.readAllBytes(output), StandardCharsets.ISO_8859_1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.of(text).filter(printed -> printed.contains("defaults {"));
  }
}
