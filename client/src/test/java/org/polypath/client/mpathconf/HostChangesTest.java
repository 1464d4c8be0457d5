package org.polypath.client.mpathconf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What mpathconf does beside the file: the kernel module and the daemon. */
class HostChangesTest {
  @TempDir private Path directory;

  private final FakeHost host = new FakeHost();

  private String run(String... words) throws IOException {
    return new Mpathconf(directory.resolve("multipath.conf"), host).run(words);
  }

  @ParameterizedTest
  @CsvSource({
    "false, --enable, load",
    "false, --enable --with_module n, ''",
    "false, --enable --with_multipathd y, load start",
    "false, --enable --with_multipathd n, load",
    "false, --disable --with_multipathd y, ''",
    "true, --enable --with_multipathd y, load reload",
    "true, --disable --with_multipathd y, stop",
    "true, --disable, ''",
    "true, --enable --outfile other --with_multipathd y, ''"
  })
  void theHostIsToldWhatTheOptionsAskFor(boolean running, String options, String told)
      throws IOException {
    host.running = running;
    String[] words = options.replace("other", directory.resolve("other") + "").split(" ");
    run(words);
    assertThat(host.told).isEqualTo(Stream.of(told.split(" ")).filter(w -> !w.isEmpty()).toList());
  }

  @Test
  void aChangedOptionIsReadByTheDaemonThatRuns() throws IOException {
    run("--enable", "--with_module", "n");
    run("--user_friendly_names", "n", "--with_multipathd", "y");
    assertThat(host.told).as("none runs, and none was asked for").isEmpty();
    host.running = true;
    run("--find_multipaths", "smart", "--with_multipathd", "y");
    assertThat(host.told).isEqualTo(List.of("reload"));
  }

  @Test
  void aMapIsAllowedByItsName() throws IOException {
    run("--enable");
    Path other = directory.resolve("other");
    run("--allow", "mpatha", "--outfile", other.toString());
    assertThat(other).content().contains("wwid \".*\"").contains("wwid \"^3600a$\"");
  }

  @Test
  void withoutOptionsTheStateIsTold() throws IOException {
    run("--enable");
    host.running = true;
    assertThat(run())
        .startsWith("multipath is enabled\n")
        .endsWith("dm_multipath module is loaded\nmultipathd is running\n");
  }
}
