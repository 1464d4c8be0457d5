package org.polypath.client.mpathconf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.polypath.client.FileFailure;
import org.polypath.client.Streams;

/** {@code mpathconf}: shows and changes how multipathing is set up on this host. */
public final class Mpathconf {
  private static final Path FILE = Path.of("/etc/multipath.conf");

  private final Path file;
  private final Host host;

  Mpathconf(Path file, Host host) {
    this.file = file;
    this.host = host;
  }

  /** Runs the program. */
  public static void main(String[] arguments) {
    try {
      Streams.out(new Mpathconf(FILE, new LinuxHost()).run(arguments));
    } catch (IllegalArgumentException | IOException e) {
      Streams.error("mpathconf: " + e.getMessage() + "\n");
      System.exit(1);
    }
  }

  /** Does what the arguments ask for; answers what is to be printed. */
  String run(String... arguments) throws IOException {
    MpathconfOptions options = MpathconfOptions.parse(host::wwid, arguments);
    if (options.help()) {
      return MpathconfOptions.USAGE;
    }
    if (options.change().isEmpty() && options.output().isEmpty()) {
      Optional<ConfigurationText> text = read(file).map(ConfigurationText::of);
      return Status.of(text, host.isModuleLoaded(), host.isDaemonRunning());
    }
    change(options);
    return "";
  }

  private void change(MpathconfOptions options) throws IOException {
    Path target = options.output().orElse(file);
    Optional<String> before = read(target).or(() -> options.output().flatMap(other -> read(file)));
    boolean begins = options.change().enabled().isPresent() || options.output().isPresent();
    if (before.isEmpty() && !begins) {
      throw new IOException(target + " is not there: make it with mpathconf --enable");
    }
    ConfigurationText text = ConfigurationText.of(before.orElse(Change.TEMPLATE));
    options.change().apply(text);
    if (!read(target).equals(Optional.of(text.text()))) {
      replace(target, text.text());
    }
    if (options.output().isEmpty()) {
      tellHost(options);
    }
  }

  private void tellHost(MpathconfOptions options) {
    boolean enables = options.change().enabled().orElse(false);
    boolean disables = !options.change().enabled().orElse(true);
    if (enables && options.withModule()) {
      host.loadModule();
    }
    if (!options.withDaemon()) {
      return;
    }
    boolean running = host.isDaemonRunning();
    if (disables && running) {
      host.daemon("stop");
    } else if (running) {
      host.daemon("reload");
    } else if (enables) {
      host.daemon("start");
    }
  }

  private static Optional<String> read(Path file) {
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw new IllegalArgumentException(file + " cannot be read: " + FileFailure.reason(e), e);
    }
  }

  private static void replace(Path file, String text) throws IOException {
    try {
      write(file, text);
    } catch (IOException e) {
      throw new IOException(file + " cannot be written: " + FileFailure.reason(e), e);
    }
  }

  /** Whoever reads the file sees the old text or the new one, never half of it. */
  private static void write(Path file, String text) throws IOException {
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path draft = Files.createTempFile(target.getParent(), ".mpathconf", ".new");
    try {
      Files.writeString(draft, text);
      Files.setPosixFilePermissions(
          draft,
          Files.exists(target)
              ? Files.getPosixFilePermissions(target)
              : PosixFilePermissions.fromString("rw-------"));
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
