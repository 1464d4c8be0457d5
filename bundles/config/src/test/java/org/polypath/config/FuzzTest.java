package org.polypath.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.polypath.api.settings.Finding;

/**
 * No file, however broken, makes the reader throw or hang, and what it finds wrong always has a
 * line. System properties: {@code polypath.fuzz.files}, how many files; {@code polypath.fuzz.seed},
 * to repeat a run.
 */
class FuzzTest {
  private static final String PIECES = "\"{}#! \t\n\\*([^$.a0-9\u0000\u00e9\uffff";
  private static final int USUAL_FILES = 2000;

  private final long seed = Long.getLong("polypath.fuzz.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void brokenFilesAreReadWithFindings() throws IOException, URISyntaxException {
    System.out.println("fuzz seed: " + seed);
    List<String> originals = originals();
    int files = Integer.getInteger("polypath.fuzz.files", USUAL_FILES);
    for (int i = 0; i < files; i++) {
      String text = mutated(originals);
      try {
        check(text);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed + ", file " + i + ":\n" + text, e);
      }
    }
  }

  private static void check(String text) {
    ReadOutcome outcome = ConfigurationReader.read(ConfigurationSources.ofMain("fuzz", text));
    long lines = text.chars().filter(c -> c == '\n').count() + 1;
    for (Finding finding : outcome.findings()) {
      assertThat(finding.line()).as(finding.message()).isBetween(1, (int) lines);
      assertThat(finding.instead().isEmpty() && finding.severity() != Finding.Severity.ERROR)
          .as(finding.message())
          .isFalse();
    }
    String printed = outcome.fold(accepted -> accepted.configuration().print(), refused -> "");
    assertThat(printed.isEmpty() ? "" : Configurations.of(printed).print()).isEqualTo(printed);
    outcome.fold(
        accepted ->
            accepted.configuration().verdict(PathExamples.plain("sda", "ACME", "Disk").build()),
        refused -> refused.message());
  }

  private static List<String> originals() throws IOException, URISyntaxException {
    Path directory = Path.of(FuzzTest.class.getResource("/configurations").toURI());
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    return texts;
  }

  private String mutated(List<String> originals) {
    StringBuilder text = new StringBuilder(originals.get(random.nextInt(originals.size())));
    int changes = 1 + random.nextInt(8);
    for (int i = 0; i < changes && text.length() > 0; i++) {
      int at = random.nextInt(text.length());
      int end = Math.min(text.length(), at + 1 + random.nextInt(20));
      switch (random.nextInt(5)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.insert(at, text.substring(at, end));
        case 2 -> text.insert(at, PIECES.charAt(random.nextInt(PIECES.length())));
        case 3 -> text.setCharAt(at, (char) random.nextInt(0x180));
        default -> {
          String other = originals.get(random.nextInt(originals.size()));
          int from = other.isEmpty() ? 0 : random.nextInt(other.length());
          text.insert(at, other, from, Math.min(other.length(), from + random.nextInt(80)));
        }
      }
    }
    return text.toString();
  }
}
