package org.polypath.prioritizer.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.ScsiAddress;
import org.polypath.api.prioritizer.Priority;
import org.polypath.scsi.testing.FakePathDevice;
import org.polypath.scsi.testing.FakeRequest;

class FilePrioritizerTest {
  private final List<String> problems = new CopyOnWriteArrayList<>();
  private final FilePrioritizer prioritizer = new FilePrioritizer(problems::add);
  @TempDir private Path folder;

  @AfterEach
  void close() {
    prioritizer.close();
  }

  @Test
  void theFirstLineThatFitsCounts() throws IOException {
    Path file = write("# primary paths", "", "* * 2:0:0:0 sda 50 # the good one", "* * * 10");

    assertThat(rank(file, "2:0:0:0")).isEqualTo(Priority.of(50, "listed in " + file));
    assertThat(rank(file, "3:0:0:0")).isEqualTo(Priority.of(10, "listed in " + file));
    assertThat(problems).isEmpty();
  }

  @Test
  void aPathThatNoLineFitsHasNoRankAtAll() throws IOException {
    Path file = write("* * 2:0:0:0 50");

    assertThat(rank(file, "3:0:0:0")).isEqualTo(Priority.of(0, "not listed in " + file));
  }

  @Test
  void wrongLinesAreLeftOutAndReportedOnceForEachVersion() throws IOException {
    Path file = write("* * 2:0:0:0 high", "* * 2:0:0:0 20");
    rank(file, "3:0:0:0");

    assertThat(rank(file, "2:0:0:0").value()).hasValue(20);
    assertThat(problems).containsExactly(file + ":1: no priority in the last column: high");

    write("* * 2:0:0:0 30", "", "x y z");
    assertThat(rank(file, "2:0:0:0").value()).hasValue(30);
    assertThat(problems).hasSize(2).last().asString().startsWith(file + ":3: 3 columns");
  }

  @Test
  void aChangedFileIsReadAgain() throws IOException {
    Path file = write("* * 2:0:0:0 20");
    assertThat(rank(file, "2:0:0:0").value()).hasValue(20);

    write("* * 2:0:0:0 21");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));

    assertThat(rank(file, "2:0:0:0").value()).hasValue(21);
  }

  @Test
  void aFileThatCannotBeReadGivesNoPriorityUntilItCan() throws IOException {
    Path file = folder.resolve("primary-paths");

    assertThat(rank(file, "2:0:0:0").value()).isEmpty();
    assertThat(rank(file, "2:0:0:0").message()).startsWith("could not read " + file);

    write("* * * 3");
    assertThat(rank(file, "2:0:0:0").value()).hasValue(3);
    Files.delete(file);
    assertThat(rank(file, "2:0:0:0").value()).isEmpty();
  }

  @Test
  void aFileIsNamedByItsAbsolutePath() {
    assertThat(rank(Path.of("primary-paths"), "2:0:0:0"))
        .isEqualTo(
            Priority.undefined(
                "prio_args: \"primary-paths\"; wanted: the absolute path of a file"));
  }

  @Test
  void theUsualFileIsUsedWhereNoneIsNamed() {
    assertThat(ask("", "2:0:0:0").message()).contains("/etc/multipath/primary-paths");
  }

  @Test
  void afterItsEndItAnswersThatItIsStopped() {
    prioritizer.close();

    assertThat(ask("/x", "2:0:0:0")).isEqualTo(Priority.undefined("the prioritizer is stopped"));
  }

  private Path write(String... lines) throws IOException {
    return Files.write(folder.resolve("primary-paths"), List.of(lines));
  }

  private Priority rank(Path file, String address) {
    return ask(file.toString(), address);
  }

  private Priority ask(String arguments, String address) {
    PathFacts facts =
        PathFacts.named("sda", new DeviceNumber(8, 0))
            .address(ScsiAddress.parse(address).orElseThrow())
            .build();
    return prioritizer
        .prioritize(FakeRequest.on(new FakePathDevice(facts), arguments))
        .toCompletableFuture()
        .join();
  }
}
