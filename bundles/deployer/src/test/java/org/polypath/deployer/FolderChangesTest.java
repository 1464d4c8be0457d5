package org.polypath.deployer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FolderChangesTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration MOMENT = Duration.ofMillis(100);

  private final FolderChanges changes = new FolderChanges();
  private Instant now = START;

  private static FileStamp written(long size, Instant when) {
    return new FileStamp(size, when, "1:1");
  }

  private FolderChanges.Changes look(Map<String, FileStamp> files) {
    return changes.look(files, now);
  }

  @Test
  void aFileThatLayThereAtTheStartIsTakenAtOnce() {
    FolderChanges.Changes first = look(Map.of("a.jar", written(10, START.minusSeconds(60))));

    assertThat(first.changed()).containsExactly("a.jar");
    assertThat(first.unsettled()).isFalse();
  }

  @Test
  void aFileThatGrowsIsWaitedFor() {
    for (int size = 1; size < 20; size++) {
      now = now.plus(MOMENT);
      FolderChanges.Changes seen = look(Map.of("a.jar", written(size, now)));
      assertThat(seen.changed()).isEmpty();
      assertThat(seen.unsettled()).isTrue();
    }
    FileStamp whole = written(19, now);
    now = now.plus(FolderChanges.STILL);

    assertThat(look(Map.of("a.jar", whole)).changed()).containsExactly("a.jar");
  }

  @Test
  void aFileIsReportedOnceForEachContent() {
    FileStamp old = written(10, START.minusSeconds(60));
    look(Map.of("a.jar", old));
    assertThat(look(Map.of("a.jar", old)).changed()).isEmpty();

    FileStamp fresh = written(10, now);
    assertThat(look(Map.of("a.jar", fresh)).changed()).isEmpty();
    now = now.plus(FolderChanges.STILL);
    assertThat(look(Map.of("a.jar", fresh)).changed()).containsExactly("a.jar");
  }

  @Test
  void aSecondMoveOfARenamedFileIsNoticedByItsIdentity() {
    look(Map.of("a.jar", new FileStamp(10, START.minusSeconds(60), "1:1")));

    assertThat(look(Map.of("a.jar", new FileStamp(10, START.minusSeconds(60), "1:2"))).changed())
        .containsExactly("a.jar");
  }

  @Test
  void aFileThatStaysAwayIsRemovedOnceAndOnlyIfItWasReported() {
    look(Map.of("a.jar", written(10, START.minusSeconds(60)), "b.jar", written(1, now)));

    assertThat(look(Map.of()).removed()).isEmpty();
    now = now.plus(FolderChanges.STILL);
    FolderChanges.Changes gone = look(Map.of());
    assertThat(gone.removed()).containsExactly("a.jar");
    assertThat(gone.unsettled()).isFalse();
    assertThat(look(Map.of()).removed()).isEmpty();
  }

  @Test
  void aFileThatIsMissedInOneLookIsNotRemoved() {
    FileStamp old = written(10, START.minusSeconds(60));
    look(Map.of("a.jar", old));
    assertThat(look(Map.of()).unsettled()).isTrue();
    now = now.plus(MOMENT);
    look(Map.of("a.jar", old));
    now = now.plus(FolderChanges.STILL);

    assertThat(look(Map.of()).removed()).isEmpty();
  }
}
