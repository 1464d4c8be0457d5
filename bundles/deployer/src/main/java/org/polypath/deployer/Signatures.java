package org.polypath.deployer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who signed a jar, and whether that is enough: every entry must carry the signature of one signer
 * whom a certificate of the trust store vouches for.
 */
final class Signatures {
  /** What is asked of a jar. */
  enum Mode {
    /** Nothing: signatures are not looked at. */
    OFF,
    /** A signature is looked at; without one, or with one that nobody vouches for, it is said. */
    WARN,
    /** Only jars with a good signature are taken. */
    REQUIRE;

    /** The mode of that name; the strictest if there is none: whoever wrote it wanted something. */
    static Mode of(String text) {
      Optional<Mode> named =
          Stream.of(values())
              .filter(mode -> mode.name().equalsIgnoreCase(text.strip()))
              .findFirst();
      if (named.isEmpty() && !text.isBlank()) {
        LOG.error(
            "no way to treat signatures: {}: {} taken as: require; there are: off, warn, require",
            DeployProperties.SIGNATURES,
            text);
      }
      return named.orElse(text.isBlank() ? OFF : REQUIRE);
    }
  }

  private static final Logger LOG = LoggerFactory.getLogger(Signatures.class);

  private final Mode mode;
  private final Optional<Path> trusted;

  /**
   * A judge.
   *
   * @param trusted file of certificates in PEM form; read anew for each jar
   */
  Signatures(Mode mode, Optional<Path> trusted) {
    this.mode = mode;
    this.trusted = trusted;
  }

  /**
   * Says who signed a jar.
   *
   * @return what to say of the signature; empty if it is not looked at
   * @throws RefusedException it is not taken: a signature does not fit, or one is required
   */
  Optional<String> judge(byte[] jar) throws RefusedException {
    if (mode == Mode.OFF) {
      return Optional.empty();
    }
    try {
      return Optional.of("signed by " + signer(jar));
    } catch (SecurityException | IOException e) {
      throw new RefusedException("its signature does not fit its content: " + e.getMessage(), e);
    } catch (RefusedException e) {
      if (mode == Mode.REQUIRE) {
        throw e;
      }
      return Optional.of(e.getMessage());
    }
  }

  private String signer(byte[] jar) throws IOException, RefusedException {
    Set<CodeSigner> common = commonSigners(jar);
    if (common.isEmpty()) {
      throw new RefusedException("it is not signed, or not all of it by one signer");
    }
    Set<X509Certificate> anchors = anchors();
    for (CodeSigner signer : common) {
      if (isVouchedFor(signer.getSignerCertPath(), anchors)) {
        return name(signer);
      }
    }
    throw new RefusedException(
        "nobody vouches for its signer "
            + name(common.iterator().next())
            + ": no certificate in "
            + trusted.map(Path::toString).orElse("polypath.deploy.trusted, which is not set")
            + expiry(common.iterator().next()));
  }

  private static String name(CodeSigner signer) {
    return certificate(signer).getSubjectX500Principal().getName();
  }

  private static X509Certificate certificate(CodeSigner signer) {
    List<? extends Certificate> chain = signer.getSignerCertPath().getCertificates();
    return (X509Certificate) chain.get(0);
  }

  private static String expiry(CodeSigner signer) {
    Instant end = certificate(signer).getNotAfter().toInstant();
    return Instant.now().isAfter(end) ? "; his certificate expired on " + end : "";
  }

  private static Set<CodeSigner> commonSigners(byte[] jar) throws IOException {
    Optional<Set<CodeSigner>> common = Optional.empty();
    Set<String> seen = new HashSet<>();
    try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(jar), true)) {
      for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
        in.readAllBytes();
        seen.add(entry.getName());
        if (!entry.isDirectory() && !isOfSignature(entry.getName())) {
          Set<CodeSigner> signers =
              entry.getCodeSigners() == null ? Set.of() : Set.of(entry.getCodeSigners());
          Set<CodeSigner> before = common.orElse(signers);
          common =
              Optional.of(before.stream().filter(signers::contains).collect(Collectors.toSet()));
        }
      }
      if (in.getManifest() == null || !seen.containsAll(in.getManifest().getEntries().keySet())) {
        throw new SecurityException("signed entries are missing");
      }
    }
    return common.orElse(Set.of());
  }

  private static boolean isOfSignature(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return upper.startsWith("META-INF/")
        && (upper.endsWith(".SF")
            || upper.endsWith(".RSA")
            || upper.endsWith(".DSA")
            || upper.endsWith(".EC")
            || upper.equals("META-INF/MANIFEST.MF"));
  }

  private Set<X509Certificate> anchors() throws RefusedException {
    if (trusted.isEmpty()) {
      return Set.of();
    }
    try (InputStream in = Files.newInputStream(trusted.get())) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
          .map(X509Certificate.class::cast)
          .collect(Collectors.toSet());
    } catch (IOException | GeneralSecurityException e) {
      throw new RefusedException("trusted certificates cannot be read: " + e, e);
    }
  }

  private static boolean isVouchedFor(CertPath chain, Set<X509Certificate> anchors) {
    if (anchors.isEmpty()) {
      return false;
    }
    try {
      X509Certificate first = (X509Certificate) chain.getCertificates().get(0);
      if (anchors.contains(first)) {
        first.checkValidity();
        return true;
      }
      PKIXParameters parameters =
          new PKIXParameters(
              anchors.stream()
                  .map(certificate -> new TrustAnchor(certificate, null))
                  .collect(Collectors.toSet()));
      parameters.setRevocationEnabled(false);
      CertPathValidator.getInstance("PKIX").validate(withoutAnchor(chain, anchors), parameters);
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static CertPath withoutAnchor(CertPath chain, Set<X509Certificate> anchors)
      throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509")
        .generateCertPath(
            chain.getCertificates().stream()
                .filter(certificate -> !anchors.contains(certificate))
                .toList());
  }
}
