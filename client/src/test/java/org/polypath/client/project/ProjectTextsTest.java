package org.polypath.client.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.config.ConfigurationReader;
import org.polypath.config.ConfigurationSources;
import org.polypath.config.ResolvedConfiguration;

/** What a vendor says is in each file what it was, or is refused with what to give instead. */
class ProjectTextsTest {
  @TempDir Path work;

  private Path project(ArrayIdentity array) throws Exception {
    Path folder = work.resolve("p");
    new PluginProject(Coordinates.of(array.vendor()), array, true, true).write(folder, "1.0");
    return folder;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      quoteCharacter = '`',
      value = {
        // vendor % expression % a product that fits it % what is no such vendor
        "ACME     % ^Vault       % Vault 3000 % ACMEX",
        "A & B    % ^Vault       % Vault      % A &amp; B",
        "A+B      % Vault\\+$    % Vault+     % AAB",
        "a.b(c)   % [[:digit:]]+ % 3000       % axb(c)",
        "<A>      % a{2}         % aab        % A",
        "A\"B     % ^\"x\"$      % \"x\"      % A\"\"B",
        "A\"\"B   % \"           % \"         % A\"B",
        "]]>      % x            % x          % ]]",
        "A\\B     % ^a\\\\b$     % a\\b       % AB",
        "\\u0041  % \\\\u        % \\u        % A",
        "\\       % \\.          % .          % \\\\",
        "^A$      % ^\\^\\$$     % ^$         % A",
        "A#B!     % #!{1}        % #!         % A",
        "{A}      % [{}]         % {}         % A",
        "$A$1     % \\$1         % $1         % A",
        "@name@   % ^@package@   % @package@  % acme",
        "`` A ``  % ^a*b_c       % ab_c       % A",
        "3-Peaks  % (Vault|Safe) % Safe 1     % Peaks",
        "INT      % .            % x          % int",
        "---      % .*           % a          % --",
      })
  void arrivesInEveryFile(String vendor, String product, String example, String other)
      throws Exception {
    Path folder = project(new ArrayIdentity(vendor, product, example));

    assertThat(projectName(folder)).isEqualTo(vendor + " arrays in Polypath");
    String examination = Files.readString(source(folder, "test", "ExaminationTest.java"));
    assertThat(javaText(examination, "VENDOR")).isEqualTo(vendor);
    assertThat(javaText(examination, "PRODUCT")).isEqualTo(example);
    assertThat(Files.readAllLines(folder.resolve("README.md")).get(0).replaceAll("\\\\(.)", "$1"))
        .isEqualTo("# " + vendor + " arrays in Polypath");
    String settings = Files.readString(folder.resolve("src/main/resources/hardware.conf"));
    assertThat(policy(settings, vendor, example)).isEqualTo("\"group_by_prio\"");
    assertThat(policy(settings, other, example)).isEqualTo("\"failover\"");
    assertThat(policy(settings, "x" + vendor, example)).isEqualTo("\"failover\"");
    String name = Coordinates.name(vendor);
    assertThat(settings).contains("prio \"" + name + "\"");
    assertThat(Files.readString(source(folder, "main", "ArrayPrioritizer.java")))
        .contains("package com." + name + ".support;", "@PluginName(\"" + name + "\")");
  }

  private static Path source(Path folder, String kind, String file) throws Exception {
    try (var files = Files.walk(folder.resolve("src/" + kind))) {
      return files.filter(path -> path.endsWith(file)).findFirst().orElseThrow();
    }
  }

  private static String projectName(Path folder) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(folder.resolve("pom.xml").toFile())
        .getElementsByTagName("name")
        .item(0)
        .getTextContent();
  }

  /** The value of a constant, as the compiler reads it. */
  private static String javaText(String source, String constant) {
    Matcher literal =
        Pattern.compile(constant + " = \"((?:[^\"\\\\]|\\\\.)*)\";\n").matcher(source);
    assertThat(literal.find()).as("%s in %s", constant, source).isTrue();
    return literal.group(1).translateEscapes();
  }

  private static String policy(String settings, String vendor, String product) {
    ResolvedConfiguration read =
        ConfigurationReader.read(ConfigurationSources.ofMain("hardware.conf", settings))
            .fold(
                accepted -> accepted.configuration(),
                refused -> {
                  throw new AssertionError(refused.message());
                });
    assertThat(read.findings()).isEmpty();
    PathFacts path =
        PathFacts.named("sda", new DeviceNumber(8, 0)).hardware(vendor, product, "1").build();
    return read.setting("path_grouping_policy", path).orElseThrow().value();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      quoteCharacter = '`',
      value = {
        "``           % x          % vendor '': an array answers 1 to 8 characters, not 0",
        "ACME Storage % x          % vendor 'ACME Storage': an array answers 1 to 8 characters, not 12",
        "Ärger        % x          % vendor 'Ärger': an array answers printable ASCII characters only",
        "A${b}        % x          % make the project without it",
        "ACME         % ``         % .* fits all products",
        "ACME         % Vault(     % a '(' is not closed; a character that stands for itself",
        "ACME         % Vault\\    % a backslash at the end",
        "ACME         % Tresör     % printable ASCII characters only; see /sys/block/sdX/device/model",
        "ACME         % ^[VS]ault  % give a product that fits it, too, as example",
        "ACME         % ^A name of 17 ch. % give a product that fits it, too, as example: at most 16",
      })
  void isRefusedWithWhatToGive(String vendor, String product, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ArrayIdentity.of(vendor, product, Optional.empty()))
        .withMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      quoteCharacter = '`',
      value = {
        "^Vault            % Vault",
        "Vault.*           % Vault",
        "^(Vault|Safe)    % Vault",
        "^^(Vault|Safe)    % Vault",
        "a\\.b\\+          % a.b+",
        "^x]]>}           % x]]>}",
        "Vaults*           % Vault",
        ".*                % PRODUCT",
        "^...              % PRODUCT",
      })
  void anExampleIsReadOffTheExpression(String product, String example) {
    assertThat(ArrayIdentity.exampleOf(product)).contains(example);
  }

  @Test
  void blanksAroundAreNotTheVendors() {
    ArrayIdentity array = new ArrayIdentity("ACME    ", "^Vault", "Vault   \n");
    assertThat(array.vendor()).isEqualTo("ACME");
    assertThat(array.example()).isEqualTo("Vault");
  }

  @Test
  void mavensAnswersAreJudgedTheSame() throws Exception {
    Properties answers = new Properties();
    answers.put("vendor", "A & B");
    answers.put("product", "^[VS]ault");
    answers.put("example", "Vault");
    answers.put("groupId", "org.acme");
    answers.put("artifactId", "support");
    answers.put("version", "2.0");
    answers.put("package", "org.acme.arrays");
    answers.put("checker", "true");
    answers.put("prioritizer", "false");
    ArchetypeProject.write(answers, work.resolve("p"));
    assertThat(work.resolve("p/src/main/java/org/acme/arrays/ArrayChecker.java"))
        .content()
        .contains("package org.acme.arrays;");
    assertThat(work.resolve("p/bnd.bnd")).content().contains("Bundle-SymbolicName: support\n");
    assertThat(work.resolve("p/pom.xml"))
        .content()
        .contains("<groupId>org.acme</groupId>", "<version>2.0</version>");
    assertRefused(answers, "checker", "yes", "checker 'yes': give true or false");
    assertRefused(answers, "package", "org.acme-it", "package 'org.acme-it'");
    assertRefused(answers, "artifactId", "a b", "artifactId 'a b': give letters");
    assertRefused(answers, "example", "Box", "give one that does");
  }

  private void assertRefused(Properties answers, String key, String value, String message) {
    Properties changed = new Properties();
    changed.putAll(answers);
    changed.put(key, value);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ArchetypeProject.write(changed, work.resolve("q")))
        .withMessageContaining(message);
    assertThat(work.resolve("q")).doesNotExist();
  }
}
