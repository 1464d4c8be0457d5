package org.polypath.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** The bundle that is examined: a jar, or the folder that a jar is going to be made of. */
final class Candidate {
  private final Path place;
  private final Manifest manifest;

  private Candidate(Path place, Manifest manifest) {
    this.place = place;
    this.manifest = manifest;
  }

  /** Looks into a jar or folder. */
  static Candidate at(Path place) {
    try {
      Manifest manifest = withRoot(place, Candidate::manifest);
      Candidate candidate = new Candidate(place, manifest);
      candidate.header(Constants.BUNDLE_SYMBOLICNAME);
      return candidate;
    } catch (IOException e) {
      throw new ExaminationException(
          place
              + " is no bundle: there has to be a META-INF/MANIFEST.MF in it; mvn process-classes makes it",
          e);
    }
  }

  private static Manifest manifest(Path root) throws IOException {
    try (InputStream in = Files.newInputStream(root.resolve(JarFile.MANIFEST_NAME))) {
      return new Manifest(in);
    }
  }

  String symbolicName() {
    return header(Constants.BUNDLE_SYMBOLICNAME).split(";", 2)[0].strip();
  }

  Version version() {
    return Version.parseVersion(header(Constants.BUNDLE_VERSION));
  }

  /** The same bundle in its n-th version after this one; 0 for this one. */
  byte[] jar(int later) throws IOException {
    Manifest changed = new Manifest(manifest);
    changed.getMainAttributes().putValue(Constants.BUNDLE_VERSION, versionAfter(later).toString());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, changed)) {
      withRoot(place, root -> copy(root, jar));
    }
    return bytes.toByteArray();
  }

  Version versionAfter(int later) {
    Version first = version();
    return later == 0
        ? first
        : new Version(first.getMajor(), first.getMinor(), first.getMicro() + later);
  }

  private static Path copy(Path root, JarOutputStream jar) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(root)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String name = root.relativize(file).toString();
      if (!name.equals(JarFile.MANIFEST_NAME) && !isSignature(name)) {
        jar.putNextEntry(new ZipEntry(name));
        Files.copy(file, jar);
      }
    }
    return root;
  }

  /** A signature would not fit the changed version. */
  private static boolean isSignature(String name) {
    return name.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");
  }

  /** The names of its manifest's headers. */
  List<String> headers() {
    return manifest.getMainAttributes().keySet().stream().map(Object::toString).sorted().toList();
  }

  /** A header that it need not have. */
  Optional<String> optionalHeader(String name) {
    return Optional.ofNullable(manifest.getMainAttributes().getValue(name));
  }

  /** The text of a file in it; empty if there is none of that name. */
  Optional<String> text(String name) {
    try {
      return withRoot(
          place,
          root -> {
            Path file = root.resolve(name);
            return Files.isRegularFile(file)
                ? Optional.of(Files.readString(file))
                : Optional.empty();
          });
    } catch (IOException e) {
      throw new ExaminationException(name + " in " + place + " cannot be read", e);
    }
  }

  private String header(String name) {
    return optionalHeader(name)
        .orElseThrow(() -> new ExaminationException(place + " has no manifest header " + name));
  }

  private interface Look<T> {
    T at(Path root) throws IOException;
  }

  private static <T> T withRoot(Path place, Look<T> look) throws IOException {
    if (Files.isDirectory(place)) {
      return look.at(place);
    }
    try (FileSystem zip = FileSystems.newFileSystem(place)) {
      return look.at(zip.getPath("/"));
    }
  }
}
