package org.polypath.daemon.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreshnessTest {
  @TempDir private Path directory;

  private Path main;
  private Path dropIns;
  private Freshness freshness;

  @BeforeEach
  void readOnce() throws IOException {
    main = Files.writeString(directory.resolve("multipath.conf"), "one");
    dropIns = directory.resolve("conf.d");
    freshness = new Freshness(main, dropIns);
    assertThat(freshness.isOver()).isFalse();
    freshness.reading();
    assertThat(freshness.isOver()).isFalse();
    assertThat(freshness.isOver()).isFalse();
  }

  @Test
  void aChangedFileIsToldOfOnceWhenItStandsStill() throws IOException {
    Files.writeString(main, "longer");
    assertThat(freshness.isOver()).isFalse();
    Files.writeString(main, "longer still");
    assertThat(freshness.isOver()).isFalse();
    assertThat(freshness.isOver()).isTrue();
    assertThat(freshness.isOver()).isFalse();
  }

  @Test
  void whoReadItInTheMeantimeIsNotTold() throws IOException {
    Files.writeString(main, "longer");
    freshness.reading();
    assertThat(freshness.isOver()).isFalse();
    assertThat(freshness.isOver()).isFalse();
  }

  @Test
  void aDropInThatGoesOrComesIsAChange() throws IOException {
    Files.createDirectory(dropIns);
    assertThat(freshness.isOver()).isFalse();
    assertThat(freshness.isOver()).isTrue();
    Path dropIn = Files.writeString(dropIns.resolve("a.conf"), "");
    assertThat(freshness.isOver()).isFalse();
    assertThat(freshness.isOver()).isTrue();
    Files.delete(dropIn);
    assertThat(freshness.isOver()).isFalse();
    assertThat(freshness.isOver()).isTrue();
  }

  @Test
  void aMainFileThatIsGoneOrEmptyIsJustBeingReplaced() throws IOException {
    Files.delete(main);
    assertThat(freshness.isOver()).isFalse();
    assertThat(freshness.isOver()).isFalse();
    Files.createFile(main);
    assertThat(freshness.isOver()).isFalse();
    assertThat(freshness.isOver()).isFalse();
    Files.writeString(main, "another");
    assertThat(freshness.isOver()).isFalse();
    assertThat(freshness.isOver()).isTrue();
  }

  @Test
  void aMainFileThatWasNotThereIsReadWhenItComes() throws IOException {
    Files.delete(main);
    freshness.reading();
    assertThat(freshness.isOver()).isFalse();
    Files.writeString(main, "one");
    assertThat(freshness.isOver()).isFalse();
    assertThat(freshness.isOver()).isTrue();
  }

  @Test
  void otherFilesDoNotMatter() throws IOException {
    Files.writeString(directory.resolve("bindings"), "mpatha 3600a\n");
    assertThat(freshness.isOver()).isFalse();
    assertThat(freshness.isOver()).isFalse();
  }
}
