package org.polypath.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefaultsTest {
  private static final Path PERSONAL = Path.of("/run/user/1000/polypath");
  private static final Path HOME = Path.of("/opt/polypath");

  private static Map<String, String> complete(boolean root, Map<String, String> given)
      throws LaunchException {
    return new Defaults(root, PERSONAL, HOME, Map.of()).complete(given);
  }

  @Test
  void rootsDaemonUsesThePlacesProgramsKnow() throws LaunchException {
    assertThat(complete(true, Map.of(PropertyNames.MODE, "daemon")))
        .containsEntry(PropertyNames.SOURCE, "linux")
        .containsEntry(PropertyNames.RUN, "/run/polypath")
        .containsEntry(PropertyNames.PID_FILE, "/run/multipathd.pid")
        .containsEntry(PropertyNames.CONFIG_FILE, "/etc/multipath.conf")
        .containsEntry(PropertyNames.STATE_DIRECTORY, "/etc/multipath")
        .containsEntry(PropertyNames.RUN_MULTIPATH, "/run/multipath")
        .containsEntry(
            PropertyNames.SOCKETS, "/run/multipathd.socket,@/org/kernel/linux/storage/multipathd")
        .containsEntry(PropertyNames.DEPLOY_DIRECTORY, "/opt/polypath/deploy");
  }

  @Test
  void theEmbeddedSanKeepsToItsOwnFoldersEvenForRoot() throws LaunchException {
    Map<String, String> all =
        complete(true, Map.of(PropertyNames.MODE, "console", PropertyNames.SOURCE, "simulator"));

    assertThat(all)
        .containsEntry(PropertyNames.RUN, PERSONAL.toString())
        .containsEntry(PropertyNames.STATE_DIRECTORY, PERSONAL + "/state")
        .containsEntry(PropertyNames.RUN_MULTIPATH, PERSONAL + "/multipath")
        .containsEntry(PropertyNames.CONFIG_FILE, "/opt/polypath/etc/embedded-san/multipath.conf");
    assertThat(all.values()).noneMatch(value -> value.contains("@") || value.startsWith("/etc"));
  }

  @Test
  void aConsoleOnTheSanExcludesNobodyOneOnTheHostDoes() throws LaunchException {
    Map<String, String> san =
        Map.of(PropertyNames.MODE, "console", PropertyNames.SOURCE, "simulator");
    Map<String, String> host = Map.of(PropertyNames.MODE, "console", PropertyNames.SOURCE, "linux");

    assertThat(complete(true, san)).containsEntry(PropertyNames.PID_FILE, "");
    assertThat(complete(true, host)).containsEntry(PropertyNames.PID_FILE, "/run/multipathd.pid");
  }

  @Test
  void whoOnlyAsksForTheConfigurationReadsTheHostsFiles() throws LaunchException {
    Map<String, String> once = Map.of(PropertyNames.MODE, "once", PropertyNames.SOURCE, "none");

    assertThat(complete(true, once))
        .containsEntry(PropertyNames.CONFIG_FILE, "/etc/multipath.conf")
        .containsEntry(PropertyNames.STATE_DIRECTORY, "/etc/multipath");
  }

  @Test
  void aSingleCommandServesNoSockets() throws LaunchException {
    assertThat(complete(true, Map.of(PropertyNames.MODE, "once")))
        .containsEntry(PropertyNames.SOCKETS, "")
        .containsEntry(PropertyNames.SHELL_SOCKET, "")
        .containsEntry(PropertyNames.PID_FILE, "");
  }

  @Test
  void whatIsGivenBeatsOverridesAndOverridesBeatRules() throws LaunchException {
    Defaults defaults =
        new Defaults(
            true,
            PERSONAL,
            HOME,
            Map.of(PropertyNames.RUN, "/run/other", PropertyNames.VERBOSITY, "4"));

    assertThat(defaults.complete(Map.of(PropertyNames.VERBOSITY, "3")))
        .containsEntry(PropertyNames.RUN, "/run/other")
        .containsEntry(PropertyNames.SHELL_SOCKET, "/run/other/shell.socket")
        .containsEntry(PropertyNames.VERBOSITY, "3");
  }

  @Test
  void anUnknownModeIsRefused() {
    assertThatThrownBy(() -> complete(true, Map.of(PropertyNames.MODE, "demon")))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("demon");
  }
}
