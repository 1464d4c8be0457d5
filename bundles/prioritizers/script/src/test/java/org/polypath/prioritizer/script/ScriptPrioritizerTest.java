package org.polypath.prioritizer.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.api.prioritizer.Priority;
import org.polypath.scsi.testing.FakePathDevice;
import org.polypath.scsi.testing.FakeRequest;

class ScriptPrioritizerTest {
  private final ScriptPrioritizer prioritizer = new ScriptPrioritizer();
  @TempDir private Path folder;

  @AfterEach
  void close() {
    prioritizer.close();
  }

  @Test
  void whatTheProgramPrintsIsThePriority() throws IOException {
    Path program = program("test \"$1\" = sda && echo ' 42 '");

    assertThat(rank(program + " %n")).isEqualTo(Priority.of(42, program + " sda"));
  }

  @ParameterizedTest
  @CsvSource({
    "echo 7; exit 3, it ended with status 3",
    "true, it printed no number: \"\"",
    "echo -1, it printed no number: \"-1\"",
    "echo high; echo 5, it printed no number: \"high\"",
    "echo 1 2, it printed no number: \"1 2\"",
    "exit 127, 'it ended with status 127: it, or what it starts, is not there or may not be run'",
    "kill -9 $$, it ended with status 137"
  })
  void anythingElseIsNoPriority(String text, String message) throws IOException {
    Path program = program(text);

    assertThat(rank(program.toString())).isEqualTo(Priority.undefined(program + ": " + message));
  }

  @Test
  void aProgramThatIsNotThereIsNoPriority() {
    assertThat(rank("/nonexistent/program").message())
        .startsWith("/nonexistent/program: it could not be started: ");
  }

  @Test
  void wrongArgumentsSayWhatIsWanted() {
    assertThat(rank("rank %n"))
        .isEqualTo(
            Priority.undefined(
                "prio_args: \"rank %n\"; wanted: [user=NAME] /absolute/program"
                    + " [argument|%n|%b|%d]..."));
  }

  @Test
  void itSeesNeitherOurEnvironmentNorOurFolder() throws IOException {
    Path program =
        program("pwd >\"$1\"; env | sort | grep -v '^_=\\|^SHLVL=\\|^PWD=' >>\"$1\"; cat; echo 1");
    Path seen = folder.resolve("seen");

    assertThat(rank(program + " " + seen).value()).hasValue(1);
    assertThat(Files.readAllLines(seen))
        .containsExactly("/", "LC_ALL=C", "PATH=/usr/sbin:/usr/bin:/sbin:/bin");
  }

  @Test
  void afterItsTimeItIsKilledWithWhatItStarted() throws IOException {
    Path pids = folder.resolve("pids");
    Path program = program("sleep 1000 & echo $! $$ >\"$1\"; wait");
    var answer =
        prioritizer
            .prioritize(
                new FakeRequest(
                    new FakePathDevice(), program + " " + pids, Duration.ofSeconds(2), "", ""))
            .toCompletableFuture();

    assertThat(answer.join())
        .isEqualTo(Priority.undefined(program + ": it was killed after 2000 ms"));
    List<String> started = List.of(Files.readString(pids).strip().split(" "));
    assertThat(started).hasSize(2);
    started.forEach(ScriptPrioritizerTest::awaitEnd);
  }

  @Test
  void whoHoldsItsOutputOpenDoesNotHoldUsUp() throws IOException {
    Path program = program("sleep 5 & echo 8");

    assertThat(rank(program.toString()).value()).hasValue(8);
  }

  @Test
  void nobodyButRootRunsItAsSomebodyElse() throws IOException {
    Path program = program("echo 1");
    ScriptPrioritizer ours = new ScriptPrioritizer(new RunningUser("us", false));

    assertThat(rank(ours, "user=us " + program).value()).hasValue(1);
    assertThat(rank(ours, "user=them " + program))
        .isEqualTo(
            Priority.undefined(program + ": us may not run it as them: run the daemon as root"));
    ours.close();
  }

  @Test
  void rootRunsItAsWhomeverIsConfigured() {
    assertThat(new RunningUser("root", true).as("nobody", List.of("/x", "a")))
        .endsWith("-u", "nobody", "--", "/x", "a")
        .first()
        .asString()
        .endsWith("/runuser");
  }

  @Test
  void afterItsEndItAnswersThatItIsStopped() {
    prioritizer.close();

    assertThat(rank("/bin/true")).isEqualTo(Priority.undefined("the prioritizer is stopped"));
  }

  private static void awaitEnd(String pid) {
    ProcessHandle.of(Long.parseLong(pid))
        .ifPresent(process -> process.onExit().orTimeout(5, TimeUnit.MINUTES).join());
  }

  private Path program(String text) throws IOException {
    Path file = folder.resolve("rank");
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  private Priority rank(String arguments) {
    return rank(prioritizer, arguments);
  }

  private static Priority rank(ScriptPrioritizer prioritizer, String arguments) {
    return prioritizer
        .prioritize(FakeRequest.on(new FakePathDevice(), arguments))
        .toCompletableFuture()
        .join();
  }
}
