package org.polypath.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.api.checker.PathChecker;
import org.polypath.api.path.PathState;
import org.polypath.api.policy.PathGroupingPolicy;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.api.selector.PathSelector;
import org.polypath.testkit.Report.Verdict;

/** What a daemon would pass over is said to the vendor, with where it stands and what to do. */
class InspectionTest {
  private static final String MANIFEST =
      """
      Manifest-Version: 1.0
      Bundle-ManifestVersion: 2
      Bundle-SymbolicName: com.acme.support
      Bundle-Version: 1.0.0
      Polypath-Hardware: hardware.conf
      Polypath-Needs: none
      """;
  private static final String HARDWARE =
      """
      devices {
        device {
          vendor "^ACME$"
          product "^Vault"
          path_grouping_policy "by_shelf"
          path_checker "acme"
          path_selector "round-robin 0"
        }
      }
      """;
  private static final Map<Class<?>, Set<String>> NAMES =
      Map.of(
          PathChecker.class, Set.of("acme", "tur"),
          Prioritizer.class, Set.of("const"),
          PathSelector.class, Set.of("round-robin"),
          PathGroupingPolicy.class, Set.of("by_shelf"));

  @TempDir Path folder;

  private Candidate bundle(String manifest, String hardware) throws Exception {
    Files.createDirectories(folder.resolve("META-INF"));
    Files.writeString(folder.resolve("META-INF/MANIFEST.MF"), manifest);
    Files.writeString(folder.resolve("hardware.conf"), hardware);
    return Candidate.at(folder);
  }

  private static ArrayDescription array(String vendor, String product) {
    return ArrayDescription.symmetric(vendor, product)
        .controller("A", 1)
        .controller("B", 1)
        .paths(PathState.UP, 1);
  }

  private static List<String> complaints(Candidate candidate) {
    return Inspection.complaints(candidate, array("ACME", "Vault 3000"), NAMES::get);
  }

  @Test
  void aWholeBundleIsNotComplainedOf() throws Exception {
    assertThat(complaints(bundle(MANIFEST, HARDWARE))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Hardware:           | Hardwares:               | Polypath-Hardwares means nothing: did you mean Polypath-Hardware?
          hardware.conf       | hardwre.conf             | names hardwre.conf, and there is no such file in the bundle
          hardware.conf       | hardware.conf;odrer=1    | "odrer=1" in the manifest header Polypath-Hardware
          Polypath-Needs      | Polypath-Wants           | there are Polypath-Hardware, Polypath-Needs
          """)
  void aHeaderIsComplainedOf(String right, String wrong, String complaint) throws Exception {
    assertThat(complaints(bundle(MANIFEST.replace(right, wrong), HARDWARE)))
        .singleElement()
        .asString()
        .contains(complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          path_selector       | path_selektor            | hardware.conf:7:
          "acme"              | "acmee"                  | hardware.conf:6: path_checker "acmee": no plug-in has this name; if it is to be the bundle's own, its class needs @Component and @PluginName("acmee")
          round-robin         | round-rabin              | hardware.conf:7: path_selector "round-rabin": no plug-in
          "^Vault"            | "^Safe"                  | fits "ACME" and "Vault 3000", which is what the described array answers
          """)
  void aSettingIsComplainedOf(String right, String wrong, String complaint) throws Exception {
    assertThat(complaints(bundle(MANIFEST, HARDWARE.replace(right, wrong))))
        .singleElement()
        .asString()
        .contains(complaint);
  }

  @Test
  void aBraceThatIsMissingIsComplainedOf() throws Exception {
    String open = HARDWARE.substring(0, HARDWARE.lastIndexOf('}'));
    assertThat(complaints(bundle(MANIFEST, open))).singleElement().asString().contains("}");
  }

  @Test
  void theExaminationEndsWithWhatIsWrongInTheBundle(@TempDir Path reports) throws Exception {
    bundle(MANIFEST, HARDWARE.replace("by_shelf", "multibus"));
    Report report =
        Examination.of(array("ACME", "Vault 3000")).bundle(folder).reports(reports).run();
    assertThat(report.results().get(0).text())
        .isEqualTo(
            "hardware.conf:6: path_checker \"acme\": no plug-in has this name; if it is to be the"
                + " bundle's own, its class needs @Component and @PluginName(\"acme\")");
    assertThat(report.count(Verdict.SKIPPED)).isEqualTo(report.results().size() - 1);
  }

  @Test
  void aBundleWithoutAnythingIsNotInService(@TempDir Path reports) throws Exception {
    bundle(MANIFEST.replace("Polypath-Hardware: hardware.conf\n", ""), HARDWARE);
    assertThat(
            Examination.of(array("ACME", "Vault")).bundle(folder).reports(reports).run().results())
        .first()
        .extracting(Report.Result::text)
        .asString()
        .contains("no header Polypath-Hardware, and no class of it is a @Component");
  }

  @ParameterizedTest
  @CsvSource({
    "ACME Storage, Vault, standard, vendor=\"ACME Storage\" has to have 1 to 8 characters",
    "ACME, Vault 3000 Extended, standard, has to have 1 to 16 characters",
    "ACME, Vault, hpsw, personality=hpsw is none of"
  })
  void anArrayThatCannotBeBuiltIsRefusedAtOnce(
      String vendor, String product, String personality, String message) {
    ArrayDescription described =
        ArrayDescription.owned(vendor, product, personality)
            .controller("A", 1)
            .controller("B", 1)
            .owner(PathState.UP, 1);
    assertThatThrownBy(() -> Examination.of(described))
        .isInstanceOf(ExaminationException.class)
        .hasMessageContaining(message);
  }
}
