package org.polypath.client.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.api.settings.Finding;
import org.polypath.config.ConfigurationReader;
import org.polypath.config.ConfigurationSources;
import org.polypath.config.ReadOutcome.Accepted;
import org.polypath.config.ResolvedConfiguration;
import org.polypath.config.SourceText;
import org.polypath.launcher.PropertyNames;

/** What shipped and installed plug-ins bring is known without starting them. */
class PluginFoldersTest {
  private static final String ENTRY =
      "devices {\n\tdevice {\n\t\tvendor ACME\n\t\tproduct .*\n\t\t%s\n\t}\n}\n";
  private static final String COMPONENT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="any">
        <property name="polypath.plugin.name" type="String" value="acme"/>
        <property name="polypath.plugin.alias" type="String">acme_old
      acme_older</property>
        <service>
          <provide interface="org.polypath.api.checker.PathChecker"/>
        </service>
        <implementation class="com.acme.Checker"/>
      </scr:component>
      """;

  @TempDir Path home;

  @BeforeEach
  void install() throws IOException {
    Files.createDirectories(home.resolve("bundle"));
    Files.createDirectories(home.resolve("deploy"));
    System.setProperty(PropertyNames.HOME, home.toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty(PropertyNames.HOME);
  }

  private void jar(String file, String headers, Map<String, String> files) throws IOException {
    String manifest = "Manifest-Version: 1.0\n" + headers;
    try (OutputStream out = Files.newOutputStream(home.resolve(file));
        JarOutputStream jar =
            new JarOutputStream(
                out,
                new Manifest(
                    new java.io.ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8))))) {
      for (Map.Entry<String, String> content : files.entrySet()) {
        jar.putNextEntry(new JarEntry(content.getKey()));
        jar.write(content.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private void hardware(String file, String name, String header, String line) throws IOException {
    jar(
        file,
        "Bundle-SymbolicName: " + name + "\nBundle-Version: 1.0.0\n" + header + "\n",
        Map.of("hardware.conf", ENTRY.formatted(line)));
  }

  @Test
  void shippedAndInstalledHardwareEntriesAreReadWeakOnesFirst() throws IOException {
    hardware("deploy/x.jar", "com.acme.x", "Polypath-Hardware: hardware.conf", "no_path_retry 7");
    hardware(
        "bundle/y.jar",
        "org.polypath.vendor.y;singleton:=true",
        "Polypath-Hardware: hardware.conf;order=50",
        "no_path_retry 9");
    jar("bundle/other.jar", "", Map.of());
    InstalledPlugins plugins = PluginFolders.installed();
    assertThat(plugins.hardware())
        .extracting(SourceText::file)
        .containsExactly(
            "bundle org.polypath.vendor.y 1.0.0 hardware.conf",
            "bundle com.acme.x 1.0.0 hardware.conf");
    assertThat(plugins.findings()).isEmpty();
    assertThat(read("", plugins).lines("no_path_retry"))
        .extracting(line -> line.value())
        .containsExactly("7");
  }

  @Test
  void whatCannotBeReadIsAFindingAndHarmsNothingElse() throws IOException {
    Files.writeString(home.resolve("deploy/broken.jar"), "no jar");
    hardware("bundle/a.jar", "a", "Polypath-Hardware: hardware.conf;odrer=1", "no_path_retry 7");
    hardware("bundle/b.jar", "b", "Polypath-Hardware: missing.conf", "no_path_retry 7");
    jar(
        "bundle/c.jar",
        "Bundle-SymbolicName: c\nService-Component: c.xml\n",
        Map.of("c.xml", "<component"));
    InstalledPlugins plugins = PluginFolders.installed();
    assertThat(plugins.hardware()).hasSize(1);
    assertThat(plugins.findings())
        .extracting(Finding::file)
        .containsExactlyInAnyOrder(
            home.resolve("deploy/broken.jar").toString(),
            "bundle a 1.0.0 hardware.conf",
            "bundle b 1.0.0 missing.conf",
            "bundle c c.xml");
  }

  @Test
  void aLineThatNamesNoPlugInIsFound() throws IOException {
    jar(
        "deploy/acme.jar",
        "Bundle-SymbolicName: com.acme\nService-Component: OSGI-INF/checker.xml\n",
        Map.of("OSGI-INF/checker.xml", COMPONENT));
    InstalledPlugins plugins = PluginFolders.installed();
    assertThat(plugins.names())
        .isEqualTo(Map.of(PluginKind.CHECKER, Set.of("acme", "acme_old", "acme_older")));

    String text = "defaults {\n\tpath_checker acme_odl\n\tprio whatever\n}\n";
    assertThat(findings(text, plugins))
        .containsExactly(
            "m.conf:2: no plug-in brings the checker \"acme_odl\"; tur checks these paths"
                + " until one comes; did you mean \"acme_old\"?");
    assertThat(findings(text.replace("acme_odl", "zzz"), plugins))
        .singleElement()
        .asString()
        .endsWith("there are: acme, acme_old, acme_older");
    assertThat(findings(text.replace("acme_odl", "acme"), plugins)).isEmpty();
    assertThat(findings(text, InstalledPlugins.NONE)).as("nothing known").isEmpty();
  }

  @Test
  void aGroupingPolicyMayHaveANameOfItsOwn() throws IOException {
    jar(
        "deploy/acme.jar",
        "Bundle-SymbolicName: com.acme\nService-Component: OSGI-INF/policy.xml\n",
        Map.of(
            "OSGI-INF/policy.xml",
            COMPONENT.replace("checker.PathChecker", "policy.PathGroupingPolicy")));
    assertThat(check("path_grouping_policy acme")).endsWith("m.conf: nothing found wrong\n");
    assertThat(check("path_grouping_policy acme_odl"))
        .contains(
            "m.conf:2: warning: invalid value for path_grouping_policy: \"acme_odl\"; ignored: ",
            "; no plug-in brings this one; did you mean \"acme_old\"?\n");
    assertThat(check("path_grouping_policy multibus"))
        .contains("m.conf:2: warning: no plug-in brings the grouping policy \"multibus\"; ");
  }

  private String check(String line) throws IOException {
    Path file = Files.writeString(home.resolve("m.conf"), "defaults {\n\t" + line + "\n}\n");
    StringBuilder said = new StringBuilder();
    assertThat(CheckCommand.parse(file.toString()).run(said::append)).isZero();
    return said.toString();
  }

  @Test
  void theCommandTellsThemAll() throws IOException {
    hardware("bundle/a.jar", "a", "Polypath-Hardware: hardware.conf", "no_path_rerty 7");
    assertThat(check("verbosity 2"))
        .startsWith("bundle a 1.0.0 hardware.conf:5: warning: ")
        .contains("did you mean \"no_path_retry\"?")
        .endsWith(": 1 finding (read with the hardware entries of 1 plug-in)\n");
  }

  private static List<String> findings(String text, InstalledPlugins plugins) {
    return UnknownPlugins.in(read(text, plugins), plugins).stream().map(Finding::message).toList();
  }

  private static ResolvedConfiguration read(String text, InstalledPlugins plugins) {
    return ConfigurationReader.read(
            ConfigurationSources.ofMain("m.conf", text).withHardware(plugins.hardware()))
        .fold(
            Accepted::configuration,
            refused -> {
              throw new AssertionError(refused.message());
            });
  }
}
