package org.polypath.itests.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.api.checker.CheckRequest;
import org.polypath.api.checker.PathChecker;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.PathDevice;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.path.PathState;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.api.prioritizer.PriorityRequest;
import org.polypath.scsi.testing.FakePathDevice;

/** A plug-in that was built with the first release goes on working, byte for byte. */
class GoldenPluginTest {
  @TempDir Path work;

  private URLClassLoader plugin;

  @BeforeEach
  void load() throws IOException {
    Path jar = work.resolve("golden.jar");
    try (InputStream kept = GoldenPluginTest.class.getResourceAsStream("/golden-plugin.jar.kept")) {
      Files.copy(kept, jar);
    }
    plugin = new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader());
  }

  @AfterEach
  void unload() throws IOException {
    plugin.close();
  }

  private <T> T made(String name, Class<T> type) throws ReflectiveOperationException {
    return type.cast(
        plugin.loadClass("com.acme.golden." + name).getDeclaredConstructor().newInstance());
  }

  @Test
  void itsCheckerAnswers() throws ReflectiveOperationException {
    PathDevice device =
        new FakePathDevice()
            .answers(Bytes.of(0, 0, 0, 0, 0, 0), ScsiOutcome.Answered.good(Bytes.EMPTY));
    var result = made("GoldenChecker", PathChecker.class).check(new Check(device));
    assertThat(result.toCompletableFuture().join().state()).isEqualTo(PathState.UP);
  }

  @Test
  void itsPrioritizerAnswers() throws ReflectiveOperationException {
    PathDevice device = new FakePathDevice().attribute("access_state", "active/optimized");
    var priority = made("GoldenPrioritizer", Prioritizer.class).prioritize(new Rank(device));
    assertThat(priority.toCompletableFuture().join().value()).hasValue(50);
  }

  private record Check(PathDevice device) implements CheckRequest {
    @Override
    public Duration timeout() {
      return Duration.ofSeconds(30);
    }

    @Override
    public String pathMemory() {
      return "";
    }

    @Override
    public String mapMemory() {
      return "";
    }
  }

  private record Rank(PathDevice device) implements PriorityRequest {
    @Override
    public Duration timeout() {
      return Duration.ofSeconds(30);
    }

    @Override
    public String arguments() {
      return "";
    }
  }
}
