package org.polypath.config.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.polypath.config.Configurations;
import org.polypath.config.ResolvedConfiguration;
import org.polypath.config.property.PropertyTable;
import org.polypath.config.property.Section;

class AnnotatedExampleTest {
  private static final Path CONFIG = Path.of("../../config");

  /** To write the file anew: {@code -Dpolypath.write.annotated=true}. */
  @Test
  void theFileIsThatOfTheTable() throws IOException {
    Path file = CONFIG.resolve("multipath.conf.annotated");
    if (Boolean.getBoolean("polypath.write.annotated")) {
      Files.writeString(file, AnnotatedExample.text());
    }
    assertThat(file).content().isEqualTo(AnnotatedExample.text());
  }

  @Test
  void itSetsNothing() {
    ResolvedConfiguration annotated = Configurations.of(AnnotatedExample.text());

    assertThat(annotated.print()).isEqualTo(Configurations.of("").print());
    assertThat(annotated.findings()).isEmpty();
  }

  @Test
  void everyCurrentKeywordIsInEachOfItsSections() {
    for (Section section : Section.values()) {
      PropertyTable.current(section)
          .forEach(
              property ->
                  assertThat(AnnotatedExample.text()).contains("#" + property.keyword() + " "));
    }
  }

  @Test
  void theMinimalExampleIsRight() throws IOException {
    String text = Files.readString(CONFIG.resolve("multipath.conf.example"));

    assertThat(Configurations.of(text).findings()).isEmpty();
  }
}
