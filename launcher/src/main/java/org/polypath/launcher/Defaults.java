package org.polypath.launcher;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Fills in every property that the caller left open: from the JVM's system properties ({@code
 * -Dpolypath.run=…}), else by rule.
 *
 * <p>Root on real paths gets the places that programs of today know ({@code /etc/multipath.conf},
 * {@code /run/multipathd.socket}, …). The embedded SAN, and anybody but root, keeps to folders of
 * his own, so that a demonstration never touches the host's state.
 *
 * @param root whether the process may use the system's folders
 * @param personalRun the run folder of a user who is not root, or of the embedded SAN
 * @param home the distribution's folder
 * @param overrides what stands instead of the rules here
 */
record Defaults(boolean root, Path personalRun, Path home, Map<String, String> overrides) {
  private static final String LINUX = "linux";
  private static final String SIMULATOR = "simulator";
  private static final String ABSTRACT_SOCKET = "@/org/kernel/linux/storage/multipathd";

  /** The defaults for this process. */
  static Defaults ofThisProcess() {
    long user = ProcessFacts.user();
    Path runtime =
        Optional.ofNullable(System.getenv("XDG_RUNTIME_DIR"))
            .filter(directory -> !directory.isBlank())
            .map(directory -> Path.of(directory, "polypath"))
            .orElseGet(() -> Path.of("/tmp", "polypath-" + user));
    Map<String, String> overrides = new HashMap<>();
    for (String name : System.getProperties().stringPropertyNames()) {
      if (name.startsWith("polypath.")) {
        overrides.put(name, System.getProperty(name));
      }
    }
    return new Defaults(user == 0, runtime, ProcessFacts.home(), overrides);
  }

  /** The properties with nothing left open. */
  Map<String, String> complete(Map<String, String> given) throws LaunchException {
    Map<String, String> all = new HashMap<>(overrides);
    all.putAll(given);
    Mode mode = Mode.of(all.computeIfAbsent(PropertyNames.MODE, key -> Mode.DAEMON.word()));
    boolean host = !SIMULATOR.equals(all.computeIfAbsent(PropertyNames.SOURCE, key -> LINUX));
    boolean system = host && root;
    String distribution = all.computeIfAbsent(PropertyNames.HOME, key -> home.toString());
    String run =
        all.computeIfAbsent(
            PropertyNames.RUN, key -> system ? "/run/polypath" : personalRun.toString());
    boolean daemon = mode == Mode.DAEMON;
    Path examples = Path.of(distribution, "etc", "embedded-san");

    all.putIfAbsent(
        PropertyNames.CONFIG_FILE,
        host ? "/etc/multipath.conf" : examples.resolve("multipath.conf").toString());
    all.putIfAbsent(
        PropertyNames.CONFIG_DIRECTORY,
        host ? "/etc/multipath/conf.d" : examples.resolve("conf.d").toString());
    all.putIfAbsent(PropertyNames.STATE_DIRECTORY, system ? "/etc/multipath" : run + "/state");
    all.putIfAbsent(PropertyNames.RUN_MULTIPATH, system ? "/run/multipath" : run + "/multipath");
    all.putIfAbsent(PropertyNames.SOCKETS, daemon ? sockets(system, run) : "");
    all.putIfAbsent(PropertyNames.SHELL_SOCKET, daemon ? run + "/shell.socket" : "");
    all.putIfAbsent(PropertyNames.PID_FILE, pidFile(mode, host, system, run));
    all.putIfAbsent(PropertyNames.DEPLOY_DIRECTORY, distribution + "/deploy");
    all.putIfAbsent(PropertyNames.VERBOSITY, daemon ? "2" : "1");
    all.putIfAbsent(PropertyNames.CORE_CHECKS, "true");
    all.putIfAbsent(PropertyNames.CORE_ACT, "true");
    return all;
  }

  private static String sockets(boolean system, String run) {
    return system ? "/run/multipathd.socket," + ABSTRACT_SOCKET : run + "/multipathd.socket";
  }

  /** A console that changes the host's maps is a daemon too, and excludes another one. */
  private static String pidFile(Mode mode, boolean host, boolean system, String run) {
    boolean exclusive = mode == Mode.DAEMON || (mode == Mode.CONSOLE && host);
    if (!exclusive) {
      return "";
    }
    return system ? "/run/multipathd.pid" : run + "/multipathd.pid";
  }
}
