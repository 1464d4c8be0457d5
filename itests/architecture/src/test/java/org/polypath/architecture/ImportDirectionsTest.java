package org.polypath.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.polypath.core.trespass.CoreThatOpensFiles;

/** Who may know whom, looked up in the compiled classes of every bundle. */
class ImportDirectionsTest {
  private static final Path BUNDLES = Path.of("..", "..", "bundles");
  private static final List<Path> COMPILED = compiled();
  private static final JavaClasses CLASSES = new ClassFileImporter().importPaths(COMPILED);

  static List<ArchRule> rules() {
    return ImportDirections.all();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleHolds(ArchRule rule) {
    rule.check(CLASSES);
  }

  @Test
  void everyBundleIsLookedAt() {
    assertThat(COMPILED)
        .hasSizeGreaterThan(20)
        .allSatisfy(classes -> assertThat(classes).isDirectory());
    assertThat(CLASSES.containPackage("org.polypath.core")).isTrue();
  }

  @Test
  void theRulesBite() {
    JavaClasses trespass = new ClassFileImporter().importClasses(CoreThatOpensFiles.class);
    assertThat(ImportDirections.coreDoesNoInput().evaluate(trespass).hasViolation()).isTrue();
  }

  /** The folders of compiled classes of all bundles that have sources. */
  private static List<Path> compiled() {
    try (Stream<Path> files = Files.walk(BUNDLES)) {
      return files
          .filter(file -> file.endsWith(Path.of("src", "main", "java")))
          .map(
              sources ->
                  sources.resolve(Path.of("..", "..", "..", "target", "classes")).normalize())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
