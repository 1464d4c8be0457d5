package org.polypath.linux.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResidentClassesTest {
  @Test
  void theyAreInMemoryWhereTheJvmHasThemMapped() throws IOException {
    long bytes = new ResidentClasses().take();

    assertThat(bytes).isGreaterThan(10 << 20);
    assertThat(residentOfTheJdk()).as("of the JDK's own file").isGreaterThan(bytes);
  }

  /** From the lines of a mapping in {@code /proc/self/smaps}, as proc(5) describes them. */
  private static long residentOfTheJdk() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("/proc/self/smaps"));
    long resident = 0;
    boolean jdk = false;
    for (String line : lines) {
      if (line.matches("[0-9a-f]+-[0-9a-f]+ .*")) {
        jdk = line.endsWith("/lib/modules");
      } else if (jdk && line.startsWith("Rss:")) {
        resident += Long.parseLong(line.replaceAll("\\D", "")) << 10;
      }
    }
    return resident;
  }
}
