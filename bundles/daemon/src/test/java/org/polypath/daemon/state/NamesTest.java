package org.polypath.daemon.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.api.path.Wwid;
import org.polypath.core.effect.Effect.NameMap;

/** Generated names are written down before they are used, and survive. */
class NamesTest {
  @TempDir Path directory;

  private String name(String wwid, boolean record) {
    NameMap effect =
        new NameMap(new Wwid(wwid), 7, "mpath", Optional.empty(), Set.of("mpathb"), record);
    return new Names(new FileBindings(directory), Optional::empty).name(effect, Map.of()).name();
  }

  @Test
  void namesAreKeptAcrossRestarts() {
    assertThat(name("3600a", true)).isEqualTo("mpatha");
    assertThat(name("3600b", true)).isEqualTo("mpathc");
    assertThat(name("3600a", true)).isEqualTo("mpatha");
    assertThat(directory.resolve("bindings")).content().contains("mpatha 3600a\nmpathc 3600b\n");
  }

  private String live(String wwid, String kernelName, Map<String, Wwid> fixed) {
    NameMap effect =
        new NameMap(new Wwid(wwid), 7, "mpath", Optional.of(kernelName), Set.of(), true);
    return new Names(new FileBindings(directory), Optional::empty).name(effect, fixed).name();
  }

  @Test
  void aLiveMapKeepsItsNameWhenItsBindingIsEdited() throws IOException {
    String edited = "mpathz 3600a\nmpathb 3600b\n";
    Files.writeString(directory.resolve("bindings"), edited);
    assertThat(live("3600a", "mpatha", Map.of())).as("bound to another name").isEqualTo("mpatha");
    assertThat(live("3600c", "mpathb", Map.of())).as("another's name").isEqualTo("mpathb");
    assertThat(directory.resolve("bindings")).hasContent(edited);
    assertThat(name("3600a", true)).as("made anew").isEqualTo("mpathz");
  }

  @Test
  void aMapCalledByItsWwidGetsItsGeneratedName() {
    assertThat(live("3600a", "3600a", Map.of())).isEqualTo("mpatha");
  }

  @Test
  void aNameThatTheConfigurationGivesToAnotherIsGivenUp() {
    assertThat(live("3600a", "mpatha", Map.of("mpatha", new Wwid("3600b")))).isEqualTo("mpathb");
  }

  @Test
  void lookingOnlyWritesNothing() {
    assertThat(name("3600a", false)).isEqualTo("3600a");
    assertThat(directory.resolve("bindings")).doesNotExist();
  }

  @Test
  void anUnreadableFileIsNeverOverwritten() throws IOException {
    Files.createDirectory(directory.resolve("bindings"));
    assertThat(name("3600a", true)).isEqualTo("3600a");
    assertThat(directory.resolve("bindings")).isDirectory();
  }

  @Test
  void aLineThatIsNotUnderstoodIsKeptAndItsNameGivenToNobody() throws IOException {
    Files.writeString(directory.resolve("bindings"), "mpatha\nmpathc 3600c\n");
    assertThat(name("3600f", true)).isEqualTo("mpathd");
    assertThat(directory.resolve("bindings.damaged-1")).hasContent("mpatha\nmpathc 3600c");
  }

  @Test
  void nothingIsLeftBesideTheFile() throws IOException {
    name("3600a", true);
    try (var files = Files.list(directory)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("bindings");
    }
  }
}
