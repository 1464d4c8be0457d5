package org.polypath.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a daemon may listen: the system's, or one that this user runs for himself. */
final class Addresses {
  /** Environment variable that names the command socket. */
  static final String VARIABLE = "MULTIPATH_SOCKET_NAME";

  /** The abstract address of the command socket, without its leading NUL. */
  static final String ABSTRACT = "/org/kernel/linux/storage/multipathd";

  private Addresses() {}

  /** Whether the user names the command socket himself. */
  static boolean isNamed() {
    String name = System.getenv(VARIABLE);
    return name != null && !name.isEmpty();
  }

  /**
   * The abstract name, without its leading NUL, of the command socket that the user names: it is
   * written with an {@code @} in front, as {@code ss} shows it.
   */
  static Optional<String> namedAbstract() {
    String name = System.getenv(VARIABLE);
    return name != null && name.startsWith("@") ? Optional.of(name.substring(1)) : Optional.empty();
  }

  /** The command socket's candidates. */
  static List<Path> commands() {
    return isNamed()
        ? List.of(Path.of(System.getenv(VARIABLE)))
        : List.of(Path.of("/run/multipathd.socket"), personal().resolve("multipathd.socket"));
  }

  /** The shell socket's candidates. */
  static List<Path> shell() {
    List<Path> candidates = new ArrayList<>();
    String run = System.getProperty("polypath.run", "");
    if (!run.isEmpty()) {
      candidates.add(Path.of(run, "shell.socket"));
    }
    candidates.add(Path.of("/run/polypath/shell.socket"));
    candidates.add(personal().resolve("shell.socket"));
    return candidates;
  }

  /** The id of the user who runs this. */
  static int user() {
    try {
      return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    } catch (IOException e) {
      throw new IllegalStateException("cannot find out who runs this: /proc/self", e);
    }
  }

  private static Path personal() {
    String runtime = System.getenv("XDG_RUNTIME_DIR");
    return runtime != null && !runtime.isBlank()
        ? Path.of(runtime, "polypath")
        : Path.of("/tmp", "polypath-" + user());
  }
}
