package org.polypath.daemon.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {
  private static final int WRITERS = 4;
  private static final int LINES = 10;

  @TempDir Path directory;

  @Test
  void noLineOfSeveralWritersIsLost() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        String line = "writer " + writer + "\n";
        writers.add(threads.submit(() -> append(line)));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(directory.resolve("state")).content().hasLineCount(WRITERS * LINES);
  }

  private boolean append(String line) throws IOException {
    StateFile file = new StateFile(directory.resolve("state"));
    for (int i = 0; i < LINES; i++) {
      file.change(text -> Optional.of(text + line));
    }
    return true;
  }

  @Test
  void aChangeThatFailsLeavesTheOldTextAndNothingElse() throws IOException {
    Path state = directory.resolve("state");
    Files.writeString(state, "old");
    try {
      new StateFile(state)
          .change(
              text -> {
                throw new IOException("cannot tell");
              });
    } catch (IOException e) {
      assertThat(e).hasMessage("cannot tell");
    }
    assertThat(state).hasContent("old");
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(state);
    }
  }

  @Test
  void theDirectoryIsMadeWhereItIsMissing() throws IOException {
    Path state = directory.resolve("etc/multipath/state");
    assertThat(new StateFile(state).change(text -> Optional.of(text + "new"))).isTrue();
    assertThat(state).hasContent("new");
  }

  @Test
  void aByteThatIsNoTextMakesNoLineUnreadableAndStays() throws IOException {
    Path state = directory.resolve("state");
    Files.write(state, "# B\u00fcro\nmpatha 3600a\n".getBytes(StandardCharsets.ISO_8859_1));
    StateFile file = new StateFile(state);
    assertThat(file.read()).endsWith("\nmpatha 3600a\n");
    assertThat(file.change(text -> Optional.of(text + "mpathb 3600b\n"))).isTrue();
    assertThat(Files.readString(state, StandardCharsets.ISO_8859_1))
        .isEqualTo("# B\u00fcro\nmpatha 3600a\nmpathb 3600b\n");
    assertThat(file.change(text -> Optional.of(text + "\u20ac 3600c\n"))).isTrue();
    assertThat(file.read()).contains("B\u00fcro", "mpathb 3600b", "\u20ac 3600c");
  }

  /**
   * The process dies after any number of bytes: the old text is whole, and the next change works.
   */
  @Test
  void theFileThatALinkLeadsToIsChanged() throws IOException {
    Path shared = Files.createDirectory(directory.resolve("shared"));
    Path state = Files.createSymbolicLink(directory.resolve("state"), Path.of("shared/state"));
    assertThat(new StateFile(state).change(text -> Optional.of(text + "one\n"))).isTrue();
    assertThat(new StateFile(state).change(text -> Optional.of(text + "two\n"))).isTrue();
    assertThat(state).isSymbolicLink();
    assertThat(shared.resolve("state")).hasContent("one\ntwo\n");
  }

  @Test
  void aWriteThatIsCutAtAnyByteHarmsNothing() throws IOException {
    Path state = directory.resolve("state");
    String next = "mpatha 3600a\nmpathb 3600b\n";
    for (int bytes = 0; bytes <= next.length(); bytes++) {
      Files.writeString(state, "mpatha 3600a\n");
      Files.writeString(directory.resolve("state" + bytes + ".new"), next.substring(0, bytes));
      StateFile file = new StateFile(state);
      assertThat(file.read()).isEqualTo("mpatha 3600a\n");
      assertThat(file.change(text -> Optional.of(text + "mpathb 3600b\n"))).isTrue();
      assertThat(state).hasContent(next);
    }
  }

  /** Moved into place as the last step: never is there a moment without a whole file. */
  @Test
  void whoReadsWhileItIsWrittenSeesTheOldOrTheNewText() throws Exception {
    Path state = directory.resolve("state");
    String one = "1".repeat(20_000);
    String two = "2".repeat(30_000);
    Files.writeString(state, one);
    ExecutorService writer = Executors.newSingleThreadExecutor();
    try {
      Future<?> writing =
          writer.submit(
              () -> {
                StateFile file = new StateFile(state);
                for (int i = 0; i < 50; i++) {
                  file.change(text -> Optional.of(text.equals(one) ? two : one));
                }
                return true;
              });
      StateFile reader = new StateFile(state);
      while (!writing.isDone()) {
        assertThat(reader.read()).isIn(one, two);
      }
      writing.get();
    } finally {
      writer.shutdownNow();
    }
  }
}
