package org.polypath.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sessions in a pseudo-terminal, and the screens they leave. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class TerminalSessionTest {
  private static final String HELP =
      """
      CLI commands reference:
       list|show paths
       list|show daemon
       list|show map|multipath $map topology
       fail path $path
      """;

  /** What an xterm understands. */
  private static final String OTHER_SCREEN = "\u001b[?1049h";

  private static final String NORMAL_SCREEN = "\u001b[?1049l";
  private static final String CURSOR_VISIBLE = "\u001b[?25h";

  @TempDir Path directory;

  private final AtomicInteger states = new AtomicInteger();
  private FakeDaemon daemon;
  private Path socket;

  @BeforeEach
  void listen() throws IOException {
    socket = directory.resolve("s");
    daemon = new FakeDaemon(socket, this::answer);
  }

  @AfterEach
  void close() throws IOException {
    daemon.close();
  }

  private String answer(String request) {
    return switch (request) {
      case "help" -> HELP;
      case "show daemon" -> "pid 77 idle\n";
      case "show maps raw format %n" -> "mpatha\n";
      case "show paths raw format %d" -> "sda\n";
      case "show map mpatha topology" -> "mpatha (3600a) dm-0 ACME,Array\n";
      case "fail path sdz" -> "fail\npath not found: sdz\n";
      case "polypath \"watch\"" -> "state " + states.incrementAndGet() + "\nsda active ready\n";
      default -> "fail\nunexpected: " + request + "\n";
    };
  }

  @Test
  void aDialogueIsEditedCompletedAndRemembered() throws Exception {
    try (PseudoTerminal terminal = start(Multipathd.class, "-k")) {
      terminal.await(screen -> last(screen).equals("multipathd>"));
      terminal.type("show daenom\b\b\bmon\r");
      awaitAnswer(terminal, "pid 77 idle");
      terminal.type("sho\tmap\tmpa\ttop\t\r");
      awaitAnswer(terminal, "mpatha (3600a) dm-0 ACME,Array");
      terminal.type("fail path sdz\r");
      assertThat(awaitAnswer(terminal, "path not found: sdz"))
          .containsExactly(
              "multipathd> show daemon",
              "pid 77 idle",
              "multipathd> show map mpatha topology",
              "mpatha (3600a) dm-0 ACME,Array",
              "multipathd> fail path sdz",
              "path not found: sdz",
              "multipathd>");
      terminal.type("quit\r");
      assertThat(terminal.exitStatus()).isZero();
    }
    assertThat(Files.readString(directory.resolve(".multipathd_history"))).contains("show daemon");
  }

  @Test
  void theShellCompletesCommandsAndNames() throws Exception {
    Path socketOfTheShell = directory.resolve("shell.socket");
    try (FakeDaemon shell = new FakeDaemon(socketOfTheShell, this::shellAnswer);
        PseudoTerminal terminal = start(Polypath.class)) {
      terminal.await(screen -> last(screen).equals("polypath>"));
      terminal.type("expl\tmpa\t\r");
      List<String> screen = terminal.await(it -> it.contains("because it is so"));
      assertThat(screen).contains("polypath> explain mpatha");
      terminal.type("exit\r");
      assertThat(terminal.exitStatus()).isZero();
      assertThat(shell).isNotNull();
    }
  }

  private String shellAnswer(String line) {
    return switch (line) {
      case "help" -> "exit 0\nexplain PATH|MAP    why it is as it is\nother:list\n";
      case "explain mpatha" -> "exit 0\nbecause it is so\n";
      default -> "exit 1\nunexpected: " + line + "\n";
    };
  }

  @Test
  void whatIsWatchedIsDrawnAnewUntilQIsPressed() throws Exception {
    try (PseudoTerminal terminal = start(Polypath.class, "watch")) {
      terminal.await(screen -> screen.contains("state 1"));
      List<String> screen = terminal.await(it -> it.contains("state 2"));
      assertThat(screen).containsExactly("state 2", "sda active ready", "q leaves");
      terminal.type("q");
      assertThat(terminal.exitStatus()).isZero();
    }
  }

  @Test
  void whoIsEndedLeavesTheTerminalAsItWas() throws Exception {
    try (PseudoTerminal terminal = start(Polypath.class, "watch")) {
      terminal.await(screen -> screen.contains("state 1"));
      terminal.terminate();
      terminal.await(screen -> terminal.written().contains(NORMAL_SCREEN));
      assertThat(terminal.written()).contains(OTHER_SCREEN, CURSOR_VISIBLE);
    }
  }

  private PseudoTerminal start(Class<?> program, String... words) throws IOException {
    return new PseudoTerminal(
        directory, Map.of("MULTIPATH_SOCKET_NAME", socket.toString()), program, words);
  }

  private static List<String> awaitAnswer(PseudoTerminal terminal, String answer)
      throws InterruptedException {
    return terminal.await(screen -> screen.contains(answer) && last(screen).equals("multipathd>"));
  }

  private static String last(List<String> screen) {
    return screen.isEmpty() ? "" : screen.get(screen.size() - 1);
  }
}
