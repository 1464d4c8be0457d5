package org.polypath.deployer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.deployer.Signatures.Mode;

/** Only what somebody in the trust store signed, all of it and as it is, passes. */
class SignaturesTest {
  private static final String PASSWORD = "changeit";

  @TempDir static Path work;

  private static byte[] unsigned;
  private static byte[] signed;

  @BeforeAll
  static void sign() throws IOException, InterruptedException {
    for (String who : List.of("acme", "mallory", "late")) {
      tool(
          "keytool",
          "-genkeypair",
          "-keyalg",
          "EC",
          "-alias",
          who,
          "-dname",
          "CN=" + who,
          "-startdate",
          who.equals("late") ? "-10d" : "-1d",
          "-validity",
          who.equals("late") ? "1" : "90",
          "-keystore",
          work.resolve("keys").toString(),
          "-storepass",
          PASSWORD);
      tool(
          "keytool",
          "-exportcert",
          "-rfc",
          "-alias",
          who,
          "-file",
          work.resolve(who + ".pem").toString(),
          "-keystore",
          work.resolve("keys").toString(),
          "-storepass",
          PASSWORD);
    }
    unsigned = JarBuilder.bundle("com.acme", "1.0").entry("a", new byte[] {1, 2, 3}).build();
    signed = sign(unsigned, "acme");
  }

  private static byte[] sign(byte[] bytes, String who, String... options)
      throws IOException, InterruptedException {
    Path jar = Files.write(work.resolve("a.jar"), bytes);
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(
        List.of(
            "-keystore",
            work.resolve("keys").toString(),
            "-storepass",
            PASSWORD,
            jar.toString(),
            who));
    tool("jarsigner", arguments.toArray(String[]::new));
    return Files.readAllBytes(jar);
  }

  private static void tool(String name, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(arguments));
    command.add(0, Path.of(System.getProperty("java.home"), "bin", name).toString());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("output").toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(work.resolve("output"))).isZero();
  }

  private static Signatures trusting(Mode mode, String who) {
    return new Signatures(mode, Optional.of(work.resolve(who + ".pem")));
  }

  @Test
  void whatATrustedSignerSignedPasses() throws RefusedException {
    assertThat(trusting(Mode.REQUIRE, "acme").judge(signed)).hasValue("signed by CN=acme");
  }

  @Test
  void whatNobodySignedIsRefusedWhereASignatureIsRequired() {
    assertThatThrownBy(() -> trusting(Mode.REQUIRE, "acme").judge(unsigned))
        .hasMessageContaining("not signed");
  }

  @Test
  void whatSomebodyElseSignedIsRefused() {
    assertThatThrownBy(() -> trusting(Mode.REQUIRE, "mallory").judge(signed))
        .hasMessageContaining("nobody vouches for its signer CN=acme");
  }

  @Test
  void withoutATrustStoreNobodyIsTrusted() {
    assertThatThrownBy(() -> new Signatures(Mode.REQUIRE, Optional.empty()).judge(signed))
        .hasMessageContaining("polypath.deploy.trusted");
  }

  @Test
  void aWarningIsNoRefusal() throws RefusedException {
    assertThat(trusting(Mode.WARN, "acme").judge(unsigned).orElseThrow()).contains("not signed");
    assertThat(trusting(Mode.WARN, "mallory").judge(signed).orElseThrow()).contains("nobody");
  }

  @Test
  void offIsNotLooking() throws RefusedException {
    assertThat(trusting(Mode.OFF, "acme").judge(unsigned)).isEmpty();
  }

  @Test
  void contentThatWasChangedAfterwardsIsRefusedEvenIfNoneIsRequired() throws IOException {
    byte[] changed = Repacked.with(signed, "a", new byte[] {9});
    assertThatThrownBy(() -> trusting(Mode.WARN, "acme").judge(changed))
        .hasMessageContaining("does not fit");
  }

  @Test
  void contentThatWasTakenOutAfterwardsIsRefused() throws IOException {
    byte[] changed = Repacked.without(signed, "a");
    assertThatThrownBy(() -> trusting(Mode.WARN, "acme").judge(changed))
        .hasMessageContaining("missing");
  }

  @Test
  void contentThatWasAddedAfterwardsIsNotSigned() throws IOException {
    byte[] changed = Repacked.with(signed, "b", new byte[] {9});
    assertThatThrownBy(() -> trusting(Mode.REQUIRE, "acme").judge(changed))
        .hasMessageContaining("not all of it");
  }

  @Test
  void aSignedJarWithAnotherOneBehindItDoesNotPass() {
    JarBuilder asManyEntries = JarBuilder.bundle("com.acme", "6.6.6");
    List.of("a", "b", "c").forEach(name -> asManyEntries.entry(name, new byte[] {6}));
    byte[] evil = asManyEntries.build();
    JarVerifier verifier =
        new JarVerifier(new ManifestRules(name -> false), trusting(Mode.REQUIRE, "acme"));
    assertThatCode(() -> verifier.verify("a.jar", signed)).doesNotThrowAnyException();
    assertThatThrownBy(() -> verifier.verify("a.jar", ForgedJar.of(signed, evil)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("damaged");
  }

  @Test
  void aManifestThatWasChangedAfterwardsIsRefused() throws IOException {
    String manifest = Repacked.text(signed, JarFile.MANIFEST_NAME);
    String evil = manifest.replaceFirst("Bundle-Version: .*", "Bundle-Version: 6.6.6");
    assertThat(evil).isNotEqualTo(manifest);
    byte[] changed =
        Repacked.with(signed, JarFile.MANIFEST_NAME, evil.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> trusting(Mode.REQUIRE, "acme").judge(changed))
        .hasMessageContaining("does not fit");
  }

  @Test
  void withoutItsSignatureFilesItIsNotSigned() throws IOException {
    byte[] changed = Repacked.without(signed, "META-INF/ACME.EC");
    assertThatThrownBy(() -> trusting(Mode.REQUIRE, "acme").judge(changed))
        .hasMessageContaining("not signed");
  }

  @Test
  void anExpiredCertificateVouchesForNobodyAndIsNamed() throws Exception {
    byte[] late = sign(unsigned, "late");
    assertThatThrownBy(() -> trusting(Mode.REQUIRE, "late").judge(late))
        .hasMessageContaining("nobody vouches for its signer CN=late")
        .hasMessageContaining("expired on");
  }

  @Test
  void aDigestThatAnybodyCanForgeIsNoSignature() throws Exception {
    byte[] weak = sign(unsigned, "acme", "-digestalg", "MD5");
    assertThatThrownBy(() -> trusting(Mode.REQUIRE, "acme").judge(weak))
        .hasMessageContaining("not signed");
  }

  @Test
  void ofTwoSignersOneIsEnoughIfAllIsHis() throws Exception {
    byte[] twice = sign(signed, "mallory");
    assertThat(trusting(Mode.REQUIRE, "acme").judge(twice)).hasValue("signed by CN=acme");
    assertThat(trusting(Mode.REQUIRE, "mallory").judge(twice)).hasValue("signed by CN=mallory");

    byte[] added = sign(Repacked.with(signed, "b", new byte[] {9}), "mallory");
    assertThatThrownBy(() -> trusting(Mode.REQUIRE, "acme").judge(added))
        .hasMessageContaining("nobody vouches for its signer CN=mallory");
  }

  @Test
  void theTrustStoreIsReadAnewAndOneThatCannotBeReadTrustsNobody() throws Exception {
    Path store = work.resolve("store.pem");
    Signatures signatures = new Signatures(Mode.REQUIRE, Optional.of(store));
    assertThatThrownBy(() -> signatures.judge(signed)).hasMessageContaining("cannot be read");
    Files.copy(work.resolve("acme.pem"), store);
    assertThat(signatures.judge(signed)).hasValue("signed by CN=acme");
    Files.write(store, new byte[0]);
    assertThatThrownBy(() -> signatures.judge(signed)).hasMessageContaining("no certificate in");
    Files.writeString(store, "-----BEGIN CERTIFICATE-----\nnone\n");
    assertThatThrownBy(() -> signatures.judge(signed)).hasMessageContaining("cannot be read");
  }

  @Test
  void whatIsNoModeIsTheStrictOne() {
    assertThat(Mode.of(" Warn ")).isEqualTo(Mode.WARN);
    assertThat(Mode.of("")).isEqualTo(Mode.OFF);
    assertThat(Mode.of("requre")).isEqualTo(Mode.REQUIRE);
  }
}
