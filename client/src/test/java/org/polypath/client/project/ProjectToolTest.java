package org.polypath.client.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project has what was asked for, and nothing is overwritten. */
class ProjectToolTest {
  @TempDir Path work;

  private final StringBuilder said = new StringBuilder();
  private final StringBuilder problems = new StringBuilder();
  private String typed = "";

  private int run(String... words) throws IOException {
    Path device = Files.createDirectories(work.resolve("block/sdb/device"));
    Files.writeString(device.resolve("vendor"), "INTERNAL");
    Files.writeString(device.resolve("model"), "Disk 1          \n");
    Devices devices =
        new Devices(command -> "sdaa|OTHER,x\nsda|ACME,Vault 3000,\nsdc|\n", work.resolve("block"));
    return new ProjectTool(
            devices, new BufferedReader(new StringReader(typed)), said::append, problems::append)
        .run(words);
  }

  private Path project(String... more) throws IOException {
    String[] words =
        Stream.concat(Stream.of(more), Stream.of(work.resolve("p").toString()))
            .toArray(String[]::new);
    assertThat(run(words)).as(problems.toString()).isZero();
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
    Path project = project("--vendor", "ACME", "--product", "Vault.*");
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
    Path project =
        project("--vendor", "ACME", "--product", "Vault.*", "--checker", "--prioritizer");
    assertThat(files(project))
        .contains(
            "src/main/java/com/acme/support/ArrayChecker.java",
            "src/main/java/com/acme/support/ArrayPrioritizer.java",
            "src/test/java/com/acme/support/ArrayCheckerTest.java");
    assertThat(project.resolve("src/main/resources/hardware.conf"))
        .content()
        .contains("\n    path_checker \"acme\"\n    prio \"acme\"\n", "group_by_prio");
    assertThat(project.resolve("bnd.bnd"))
        .content()
        .contains(
            "Polypath-Needs: scsi:00 attribute:access_state\n",
            "Private-Package: com.acme.support\n");
  }

  @Test
  void aDeviceAtHandSaysWhatTheArrayAnswers() throws IOException {
    assertThat(identity(project("--device", "sda")))
        .containsExactly("vendor \"^ACME$\"", "product \"^Vault 3000,$\"", "\"Vault 3000,\"");
  }

  @Test
  void whatTheDaemonDoesNotSeeTheKernelMay() throws IOException {
    assertThat(identity(project("--device", "/dev/sdb")))
        .containsExactly("vendor \"^INTERNAL$\"", "product \"^Disk 1$\"", "\"Disk 1\"");
  }

  @Test
  void aDeviceIsAnExampleOfAWiderExpression() throws IOException {
    assertThat(identity(project("--device", "sda", "--product", "^(Vault|Safe)")))
        .containsExactly("vendor \"^ACME$\"", "product \"^(Vault|Safe)\"", "\"Vault 3000,\"");
  }

  @Test
  void whatNoOptionSaysIsAskedFor() throws IOException {
    typed = "\nACME Storage\nACME\n^Vault(\n^[Vv]ault\nSafe\nVault 1\nperhaps\nyes\nno\n";
    Path project = project();
    assertThat(identity(project))
        .containsExactly("vendor \"^ACME$\"", "product \"^[Vv]ault\"", "\"Vault 1\"");
    assertThat(files(project)).anyMatch(file -> file.endsWith("ArrayChecker.java"));
    assertThat(files(project)).noneMatch(file -> file.endsWith("ArrayPrioritizer.java"));
    assertThat(problems)
        .contains("answers 1 to 8 characters", "a '(' is not closed", "does not fit", "yes or no");
  }

  @Test
  void aDeviceAnswersMostQuestions() throws IOException {
    typed = "sdz\nsda\n\n^Vault\n";
    assertThat(identity(project()))
        .containsExactly("vendor \"^ACME$\"", "product \"^Vault\"", "\"Vault 3000,\"");
    assertThat(problems).contains("device 'sdz'", "multipathd show paths");
  }

  @Test
  void anUnansweredQuestionIsNamed() throws IOException {
    assertThat(run(work.resolve("p").toString())).isEqualTo(1);
    assertThat(problems).contains("no answer to: vendor");
    assertThat(work.resolve("p")).doesNotExist();
  }

  @Test
  void halfAnArrayIsRefused() throws IOException {
    for (String option : List.of("--vendor", "--product", "--example")) {
      assertThat(run(option, "ACME", work.resolve("p").toString())).isEqualTo(1);
      assertThat(problems).contains("give --vendor and --product, or --device");
      problems.setLength(0);
    }
  }

  @Test
  void whatIsThereIsNotOverwritten() throws IOException {
    project("--vendor", "ACME", "--product", "Vault.*");
    assertThat(run(work.resolve("p").toString())).isEqualTo(1);
    assertThat(problems).contains("is there already").doesNotContain("device");
  }

  @Test
  void whereNothingCanBeMadeItSaysWhy() throws IOException {
    Path file = Files.writeString(work.resolve("file"), "");
    String folder = file.resolve("p").toString();
    assertThat(run("--vendor", "ACME", "--product", ".", folder)).isEqualTo(1);
    assertThat(problems).contains(file.toString()).doesNotContain("Exception");
  }

  @Test
  void withoutAFolderOrWithAnUnknownOptionItSaysHowToUseIt() throws IOException {
    assertThat(run()).isEqualTo(1);
    assertThat(problems).contains("one folder has to be named", "Usage");
    problems.setLength(0);
    assertThat(run("--prioritiser", "x")).isEqualTo(1);
    assertThat(problems).contains("--prioritiser", "Usage");
    assertThat(run("--help")).isZero();
    assertThat(said).contains("Usage");
  }

  /** The values of vendor, product and example, as they are written. */
  private static List<String> identity(Path project) throws IOException {
    return Stream.concat(
            Files.readAllLines(project.resolve("src/main/resources/hardware.conf")).stream()
                .map(String::strip)
                .filter(line -> line.matches("(vendor|product) .*")),
            examination(project)
                .lines()
                .filter(line -> line.contains("PRODUCT = "))
                .map(line -> line.replaceFirst(".*PRODUCT = (.*);", "$1")))
        .toList();
  }

  private static String examination(Path project) throws IOException {
    String file =
        files(project).stream()
            .filter(name -> name.endsWith("ExaminationTest.java"))
            .findFirst()
            .orElseThrow();
    return Files.readString(project.resolve(file));
  }
}
