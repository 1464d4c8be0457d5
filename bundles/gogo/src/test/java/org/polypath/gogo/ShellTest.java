package org.polypath.gogo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines through a real Gogo. */
class ShellTest {
  @TempDir static Path directory;

  private static GogoContainer container;

  @BeforeAll
  static void start() throws Exception {
    container = new GogoContainer(directory.resolve("storage"));
  }

  @AfterAll
  static void stop() throws Exception {
    container.close();
  }

  @Test
  void aCommandAnswersItsText() {
    assertThat(run("topology")).isEqualTo(new Shell.Answer(true, "show topology (true)\n"));
    assertThat(run("topology mpatha"))
        .isEqualTo(new Shell.Answer(true, "show map \"mpatha\" topology (true)\n"));
    assertThat(run("plugins").text()).contains("checker").endsWith("\n");
  }

  @Test
  void helpSaysHowEachIsUsedAndWhatOthersOffer() {
    assertThat(run("help").text())
        .isEqualTo(
            """
            fail PATH                          no more
            help
            paths
            plugins
            reconfigure
            topology [MAP]                     all maps, or one
            other:size
            """);
    assertThat(run("help fail"))
        .isEqualTo(new Shell.Answer(true, "fail PATH                          no more\n"));
    assertThat(run("help paths"))
        .isEqualTo(new Shell.Answer(false, "nothing is said of it: paths\n"));
    assertThat(run("help toplogy"))
        .isEqualTo(
            new Shell.Answer(false, "no such command: toplogy; did you mean \"topology\"?\n"));
  }

  @Test
  void wrongArgumentsAreAnsweredByTheRightOnes() {
    assertThat(run("fail"))
        .isEqualTo(
            new Shell.Answer(
                false, "wrong arguments: fail\nfail PATH                          no more\n"));
    assertThat(run("paths sda"))
        .isEqualTo(new Shell.Answer(false, "wrong arguments: paths; no more is said of it\n"));
  }

  @Test
  void nothingToShowIsNoText() {
    assertThat(run("paths")).isEqualTo(new Shell.Answer(true, ""));
  }

  @Test
  void aRefusalIsAFailureWithItsReason() {
    assertThat(run("fail nosuch")).isEqualTo(new Shell.Answer(false, "path not found: nosuch\n"));
    assertThat(run("reconfigure nonsense"))
        .isEqualTo(new Shell.Answer(false, "reconfigure nonsense: not found\n"));
  }

  @Test
  void anUnknownCommandIsAFailure() {
    assertThat(run("nonsense"))
        .isEqualTo(
            new Shell.Answer(false, "no such command: nonsense; `help` lists what there is\n"));
    assertThat(run("tpoology").text()).contains("did you mean \"topology\"?");
  }

  @Test
  void fromAPipeResultsGoOutAndFailuresAreRemembered() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream error = new ByteArrayOutputStream();
    try (Shell shell = new Shell(container.processor(), container.help())) {
      Dialogue dialogue = new Dialogue(shell, printer(out), printer(error));
      assertThat(dialogue.run(input("topology\n\n  paths  \n"))).isTrue();
      assertThat(dialogue.run(input("fail nosuch\ntopology m\nexit\ntopology never\n"))).isFalse();
    }
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("show topology (true)\nshow map \"m\" topology (true)\n");
    assertThat(error.toString(StandardCharsets.UTF_8)).isEqualTo("path not found: nosuch\n");
  }

  @Test
  void outputThatIsLostIsNoSuccess() throws IOException {
    try (Shell shell = new Shell(container.processor(), container.help());
        PrintStream full =
            new PrintStream(new FileOutputStream("/dev/full"), false, StandardCharsets.UTF_8)) {
      Dialogue dialogue = new Dialogue(shell, full, full);
      assertThat(dialogue.run(input("topology\nfail nosuch\n"))).isFalse();
      assertThat(dialogue.run("topology")).as("goes on").isFalse();
    }
  }

  @Test
  void theSocketIsPrivateAndAnswersInFrames() throws IOException {
    Path path = directory.resolve("shell.socket");
    ShellServer server = new ShellServer(path.toString(), container.processor(), container.help());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(path));
      ShellFrames frames = new ShellFrames(channel);
      frames.send("topology");
      assertThat(frames.receive()).contains("exit 0\nshow topology (true)\n");
      frames.send("fail nosuch");
      assertThat(frames.receive()).contains("exit 1\npath not found: nosuch\n");
      ShellServer second =
          new ShellServer(path.toString(), container.processor(), container.help());
      second.close();
      frames.send("topology");
      assertThat(frames.receive()).contains("exit 0\nshow topology (true)\n");
    }
    server.close();
    assertThat(path).doesNotExist();
  }

  private static Shell.Answer run(String line) {
    try (Shell shell = new Shell(container.processor(), container.help())) {
      return shell.run(line);
    }
  }

  private static ByteArrayInputStream input(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static PrintStream printer(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
