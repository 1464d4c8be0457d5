package org.polypath.client.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project has what was asked for, and nothing is overwritten. */
class ProjectToolTest {
  @TempDir Path work;

  private final ByteArrayOutputStream problems = new ByteArrayOutputStream();

  private int run(String... words) {
    return ProjectTool.run(
        List.of(words),
        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
        new PrintStream(problems, true, StandardCharsets.UTF_8));
  }

  private Path project(String... more) {
    String folder = work.resolve("p").toString();
    String[] words =
        Stream.concat(
                Stream.of("--vendor", "ACME", "--product", "Vault.*"),
                Stream.concat(Stream.of(more), Stream.of(folder)))
            .toArray(String[]::new);
    assertThat(run(words)).as(problems.toString(StandardCharsets.UTF_8)).isZero();
    return work.resolve("p");
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void settingsAloneNeedNoCode() throws IOException {
    Path project = project();
    assertThat(files(project))
        .containsExactly(
            "README.md",
            "bnd.bnd",
            "pom.xml",
            "src/main/resources/hardware.conf",
            "src/test/java/com/acme/support/ExaminationTest.java");
    assertThat(project.resolve("src/test/java/com/acme/support/ExaminationTest.java"))
        .content()
        .contains("VENDOR = \"ACME\"", "PRODUCT = \"Vault\"");
    assertThat(project.resolve("src/main/resources/hardware.conf"))
        .content()
        .contains("vendor \"^ACME$\"", "product \"Vault.*\"")
        .doesNotContain("path_checker", "@");
    assertThat(project.resolve("bnd.bnd"))
        .content()
        .contains("Polypath-Needs: none\n")
        .doesNotContain("Private-Package");
  }

  @Test
  void aCheckerAndAPrioritizerAreNamedInTheSettingsAndDeclareTheirNeeds() throws IOException {
    Path project = project("--checker", "--prioritizer");
    assertThat(files(project))
        .contains(
            "src/main/java/com/acme/support/ArrayChecker.java",
            "src/main/java/com/acme/support/ArrayPrioritizer.java",
            "src/test/java/com/acme/support/ArrayCheckerTest.java");
    assertThat(project.resolve("src/main/resources/hardware.conf"))
        .content()
        .contains("path_checker \"acme\"", "prio \"acme\"", "group_by_prio");
    assertThat(project.resolve("bnd.bnd"))
        .content()
        .contains(
            "Polypath-Needs: scsi:00 attribute:access_state\n",
            "Private-Package: com.acme.support\n");
  }

  @Test
  void whatIsThereIsNotOverwritten() {
    project();
    assertThat(run("--vendor", "A", "--product", "B", work.resolve("p").toString())).isEqualTo(1);
    assertThat(problems.toString(StandardCharsets.UTF_8)).contains("is there already");
  }

  @Test
  void askedForHelpItSucceeds() {
    assertThat(run("--help")).isZero();
    assertThat(problems.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void withoutAVendorItSaysHowToUseIt() {
    assertThat(run(work.resolve("p").toString())).isEqualTo(1);
    assertThat(problems.toString(StandardCharsets.UTF_8)).contains("Usage");
  }
}
