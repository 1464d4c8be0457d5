package org.polypath.config.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.polypath.config.ConfigurationReader;
import org.polypath.config.ReadOutcome;
import org.polypath.config.SourceText;

/**
 * What is in force for a file is what the reference says is. Skipped where the reference is not
 * installed.
 */
class ReferenceComparisonTest {
  private static Optional<Reference> reference = Optional.empty();
  private static List<SourceText> hardware = List.of();

  @BeforeAll
  static void look() {
    reference = Reference.installed();
    hardware =
        reference
            .flatMap(program -> program.print(Map.of("multipath.conf", "")))
            .map(text -> text.substring(text.indexOf("\ndevices {"), text.indexOf("\noverrides {")))
            .map(text -> List.of(new SourceText("the reference's own hardware entries", text)))
            .orElse(List.of());
  }

  static Stream<ConfigurationFile> configurations() {
    return ConfigurationFile.all();
  }

  @Test
  void thereAreEnoughConfigurations() {
    assertThat(ConfigurationFile.all().count()).isGreaterThanOrEqualTo(60);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("configurations")
  void theSameSettingsAreInForce(ConfigurationFile file) {
    assumeTrue(reference.isPresent(), "multipath-tools is not installed, or no mount namespace");
    Optional<String> theirs = reference.orElseThrow().print(file.files());
    Optional<String> ours =
        ConfigurationReader.read(file.sources(hardware))
            .fold(
                accepted -> Optional.of(accepted.configuration().print()),
                (ReadOutcome.Refused refused) -> Optional.<String>empty());

    if (file.differing().contains("accepted")) {
      assertThat(theirs).isEmpty();
      assertThat(ours).isPresent();
      return;
    }
    if (file.differing().contains("refused")) {
      assertThat(theirs).isPresent();
      assertThat(ours).isEmpty();
      return;
    }
    assertThat(ours.isPresent()).as("accepted").isEqualTo(theirs.isPresent());
    if (theirs.isPresent() && ours.isPresent()) {
      compare(file, Printed.normalize(theirs.get()), Printed.normalize(ours.get()));
    }
  }

  private static void compare(ConfigurationFile file, List<String> theirs, List<String> ours) {
    assertThat(without(file, ours)).containsExactlyElementsOf(without(file, theirs));
    for (String keyword : file.differing()) {
      assertThat(about(keyword, ours))
          .as("noted as different: " + keyword)
          .isNotEqualTo(about(keyword, theirs));
    }
  }

  private static List<String> without(ConfigurationFile file, List<String> lines) {
    return lines.stream().filter(line -> !file.mayDiffer(line)).toList();
  }

  private static List<String> about(String keyword, List<String> lines) {
    return lines.stream().filter(line -> line.contains("/" + keyword + " ")).toList();
  }
}
