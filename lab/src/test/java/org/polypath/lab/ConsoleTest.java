package org.polypath.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTest {
  @Test
  void keepsTheLastLinesAtHandAndAllInTheFile(@TempDir Path directory) {
    Console console = new Console(2);
    Path file = directory.resolve("console.log");

    console.copy(
        new ByteArrayInputStream("one\ntwo\nthree\n".getBytes(StandardCharsets.UTF_8)), file);

    assertThat(console.tail()).isEqualTo("two\nthree");
    assertThat(file).hasContent("one\ntwo\nthree\n");
  }
}
