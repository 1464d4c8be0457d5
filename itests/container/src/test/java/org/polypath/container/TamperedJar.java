package org.polypath.container;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A jar that was signed and then changed. */
final class TamperedJar {
  private static final String PASSWORD = "changeit";

  private TamperedJar() {}

  static byte[] of(byte[] jar) throws IOException {
    Path work = Files.createTempDirectory("polypath-signing");
    String keys = work.resolve("keys").toString();
    Path file = Files.write(work.resolve("a.jar"), jar);
    tool(
        "keytool",
        "-genkeypair",
        "-keyalg",
        "EC",
        "-alias",
        "acme",
        "-dname",
        "CN=acme",
        "-keystore",
        keys,
        "-storepass",
        PASSWORD);
    tool("jarsigner", "-keystore", keys, "-storepass", PASSWORD, file.toString(), "acme");
    return changed(Files.readAllBytes(file));
  }

  private static void tool(String name, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", name).toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
        throw new IOException("failed: " + command);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static byte[] changed(byte[] jar) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar));
        ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(
            entry.getName().equals(Behaviour.ENTRY)
                ? Behaviour.THROWS.name().getBytes(StandardCharsets.US_ASCII)
                : in.readAllBytes());
      }
    }
    return bytes.toByteArray();
  }
}
