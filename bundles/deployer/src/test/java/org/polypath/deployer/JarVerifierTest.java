package org.polypath.deployer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;

class JarVerifierTest {
  @TempDir Path work;

  private static final String NAME = "org.acme.array";

  private final JarVerifier verifier =
      new JarVerifier(
          new ManifestRules(
              Set.of("org.polypath.core", "org.polypath.checker.tur", "re2j")::contains),
          new Signatures(Signatures.Mode.OFF, Optional.empty()));

  private static JarBuilder acme() {
    byte[] noise = new byte[5000];
    new Random(1).nextBytes(noise);
    return JarBuilder.bundle(NAME, "1.2.3").entry("data", noise).entry("more", new byte[3000]);
  }

  private void assertRefused(byte[] jar, String reason) {
    assertThatThrownBy(() -> verifier.verify("a.jar", jar))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void aWholeBundleIsTakenWithNameAndVersion() throws RefusedException {
    byte[] bytes = acme().build();
    PluginJar jar = verifier.verify("a.jar", bytes);

    assertThat(jar.symbolicName()).isEqualTo(NAME);
    assertThat(jar.version()).isEqualTo(new Version(1, 2, 3));
    assertThat(jar.content()).hasBinaryContent(bytes);
  }

  @Test
  void aBundleWhoseSettingsAreMissingIsRefused() throws RefusedException {
    JarBuilder jar = acme().header("Polypath-Hardware", "arrays/hardware.conf;order=150");
    assertRefused(
        jar.build(), "Polypath-Hardware names 'arrays/hardware.conf', which is not in the jar");
    jar.entry("arrays/hardware.conf", new byte[0]);
    assertThat(verifier.verify("a.jar", jar.build()).symbolicName()).isEqualTo(NAME);
  }

  @Test
  void directivesOfTheNameDoNotBelongToIt() throws RefusedException {
    byte[] jar = acme().header("Bundle-SymbolicName", NAME + ";singleton:=true").build();

    assertThat(verifier.verify("a.jar", jar).symbolicName()).isEqualTo(NAME);
  }

  @Test
  void aJarCutOffAnywhereIsRefused() {
    byte[] whole = acme().build();
    for (int length = 0; length < whole.length; length += 97) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> verifier.verify("a.jar", cut)).isInstanceOf(RefusedException.class);
    }
  }

  @Test
  void aFlippedBitInTheContentIsRefused() {
    byte[] whole = acme().build();
    int insideData = whole.length / 2;
    whole[insideData] ^= 1;

    assertRefused(whole, "damaged");
  }

  @Test
  void anEntryHiddenBehindTheTableIsRefused() {
    byte[] first = JarBuilder.plain().build();
    byte[] second = acme().build();
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);

    assertThatThrownBy(() -> verifier.verify("a.jar", both)).isInstanceOf(RefusedException.class);
  }

  @Test
  void aJarThatIsAnotherByItsTableThanFromItsBeginningIsRefused() throws IOException {
    byte[] evil = acme().header("Bundle-Version", "6.6.6").build();
    byte[] forged = ForgedJar.of(acme().build(), evil);

    assertThat(manifestFromBeginning(forged)).contains("1.2.3");
    assertThat(manifestByTable(forged)).contains("6.6.6");
    assertRefused(forged, "damaged");
  }

  private static String manifestFromBeginning(byte[] jar) throws IOException {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
      assertThat(in.getNextEntry().getName()).isEqualTo(JarFile.MANIFEST_NAME);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String manifestByTable(byte[] jar) throws IOException {
    try (ZipFile file = new ZipFile(Files.write(work.resolve("forged.jar"), jar).toFile())) {
      byte[] text = file.getInputStream(file.getEntry(JarFile.MANIFEST_NAME)).readAllBytes();
      return new String(text, StandardCharsets.UTF_8);
    }
  }

  @Test
  void aJarThatReadersMayReadDifferentlyIsRefused() {
    assertRefused(ForgedJar.withTwoEnds(acme().build()), "damaged");
    assertRefused(ForgedJar.withLongerFirstEntry(acme().build()), "damaged");
    assertRefused(acme().entry("META-INF/manifest.mf", new byte[1]).build(), "manifest.mf");
  }

  @Test
  void anEntryThatLeadsOutOfAFolderIsRefused() {
    for (String name : List.of("../../etc/cron.d/a", "/etc/a", "a/../../b", "..", "a\\b", "a\nb")) {
      assertRefused(acme().entry(name, new byte[1]).build(), "cannot be called");
    }
    assertThatCode(() -> verifier.verify("a.jar", acme().entry("a..b/.c", new byte[1]).build()))
        .doesNotThrowAnyException();
  }

  @Test
  void whatUnpacksToTooMuchIsRefusedWithoutBeingKept() {
    byte[] zeros = new byte[52 << 20];
    JarBuilder large = acme();
    List.of("a", "b", "c", "d", "e").forEach(name -> large.entry(name, zeros));
    assertRefused(large.build(), "256 MiB unpacked");
    assertRefused(acme().header("Note", "x".repeat(2 << 20)).build(), "its manifest");
  }

  @Test
  void whatIsNoArchiveIsRefused() {
    assertRefused(
        "not a jar at all, whatever its name says".getBytes(StandardCharsets.UTF_8), "no jar");
  }

  @Test
  void aJarThatIsNoBundleIsRefused() {
    assertRefused(JarBuilder.plain().build(), "no Bundle-SymbolicName");
    assertRefused(
        JarBuilder.plain().header("Bundle-SymbolicName", NAME).build(), "Bundle-ManifestVersion");
  }

  @Test
  void aVersionThatIsNoneIsRefused() {
    assertRefused(JarBuilder.bundle(NAME, "one").build(), "'one' is no version");
  }

  @Test
  void aFragmentIsRefused() {
    assertRefused(
        acme().header("Fragment-Host", "system.bundle;extension:=framework").build(), "fragment");
  }

  @Test
  void thePlatformsOwnBundlesAreNotReplaced() {
    assertRefused(JarBuilder.bundle("org.polypath.core", "9").build(), "belongs to the platform");
    assertRefused(JarBuilder.bundle("re2j", "9").build(), "belongs to the platform");
    assertRefused(JarBuilder.bundle("org.apache.felix.scr", "9").build(), "belongs to");
    assertRefused(JarBuilder.bundle("system.bundle", "9").build(), "belongs to the platform");
  }

  @Test
  void aShippedPlugInMayBeReplaced() throws RefusedException {
    byte[] jar = JarBuilder.bundle("org.polypath.checker.tur", "9").build();

    assertThat(verifier.verify("tur.jar", jar).symbolicName())
        .isEqualTo("org.polypath.checker.tur");
  }

  @Test
  void aSecondCopyOfTheApiIsRefused() {
    String exports = "org.acme;uses:=\"a,org.slf4j\",org.polypath.api.checker;version=\"1.0\"";

    assertRefused(acme().header("Export-Package", exports).build(), "exports org.polypath.api");
  }

  @Test
  void aSecondCopyAmongPackagesThatShareAttributesIsRefused() {
    String exports = "org.acme;org.polypath.api.checker;version=\"1.0\"";

    assertRefused(acme().header("Export-Package", exports).build(), "exports org.polypath.api");
  }

  @Test
  void whatAnExportOnlyUsesIsNoExport() throws RefusedException {
    String exports = "org.acme;uses:=\"a,org.polypath.api.checker\"";

    assertThat(verifier.verify("a.jar", acme().header("Export-Package", exports).build()).file())
        .isEqualTo("a.jar");
  }
}
