package org.polypath.deployer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

class DeploymentsTest {
  private final Map<String, PluginJar> folder = new HashMap<>();
  private final FakeHost host = new FakeHost();
  private final Deployments deployments = new Deployments(this::read, host);

  private PluginJar read(String file) throws RefusedException {
    return Optional.ofNullable(folder.get(file)).orElseThrow(() -> new RefusedException("cut off"));
  }

  private void copy(String file, String name, String version) {
    folder.put(
        file,
        new PluginJar(
            file,
            (name + version).getBytes(StandardCharsets.UTF_8),
            name,
            Version.parseVersion(version)));
    deployments.changed(file);
  }

  private void damage(String file) {
    folder.remove(file);
    deployments.changed(file);
  }

  private void delete(String file) {
    folder.remove(file);
    deployments.removed(file);
  }

  private String line(String file) {
    return deployments.list().stream()
        .filter(deployment -> deployment.file().equals(file))
        .map(Deployment::describe)
        .findFirst()
        .orElse("");
  }

  @Test
  void aNewJarServes() {
    copy("a.jar", "acme", "1.0");

    assertThat(host.serving).containsExactly("acme 1.0.0");
    assertThat(line("a.jar")).isEqualTo("a.jar: serving acme 1.0.0");
  }

  @Test
  void aChangedJarReplacesTheOneBefore() {
    copy("a.jar", "acme", "1.0");
    copy("a.jar", "acme", "1.1");

    assertThat(host.serving).containsExactly("acme 1.1.0");
  }

  @Test
  void theSameContentAgainChangesNothing() {
    copy("a.jar", "acme", "1.0");
    copy("a.jar", "acme", "1.0");

    assertThat(host.replacements).isEqualTo(1);
  }

  @Test
  void aDamagedUpdateLeavesTheOldOneServingAndSaysWhy() {
    copy("a.jar", "acme", "1.0");
    damage("a.jar");

    assertThat(host.serving).containsExactly("acme 1.0.0");
    assertThat(line("a.jar")).contains("serving acme 1.0.0").contains("cut off");
  }

  @Test
  void anUpdateTheContainerRefusesLeavesTheOldOneServing() {
    copy("a.jar", "acme", "1.0");
    host.refuse = Optional.of("it throws on start");
    copy("a.jar", "acme", "1.1");

    assertThat(host.serving).containsExactly("acme 1.0.0");
    assertThat(line("a.jar")).contains("it throws on start");
  }

  @Test
  void aGoodJarAfterARefusedOneClearsTheProblem() {
    damage("a.jar");
    assertThat(line("a.jar")).startsWith("a.jar: refused");
    copy("a.jar", "acme", "1.0");

    assertThat(line("a.jar")).isEqualTo("a.jar: serving acme 1.0.0");
  }

  @Test
  void aNewerFileOfTheSameBundleSupersedesAndItsRemovalBringsTheOlderBack() {
    copy("acme-1.jar", "acme", "1.0");
    copy("acme-2.jar", "acme", "2.0");
    assertThat(host.serving).containsExactly("acme 2.0.0");
    assertThat(line("acme-1.jar")).contains("superseded by acme-2.jar");

    delete("acme-2.jar");

    assertThat(host.serving).containsExactly("acme 1.0.0");
    assertThat(line("acme-1.jar")).contains("serving");
  }

  @Test
  void anOlderFileOfTheSameBundleIsRefused() {
    copy("acme-2.jar", "acme", "2.0");
    copy("acme-1.jar", "acme", "1.0");

    assertThat(host.serving).containsExactly("acme 2.0.0");
    assertThat(line("acme-1.jar")).contains("older than 2.0.0 of acme-2.jar");
  }

  @Test
  void aJarOlderThanTheShippedOneIsRefused() {
    host.shipped.put("tur", new Version("3.0"));
    copy("tur.jar", "tur", "2.0");

    assertThat(host.serving).isEmpty();
    assertThat(line("tur.jar")).contains("older than the shipped 3.0.0");
  }

  @Test
  void aFileThatHoldsAnotherPlugInNowTakesTheFormerOut() {
    copy("a.jar", "acme", "1.0");
    copy("a.jar", "other", "1.0");

    assertThat(host.serving).containsExactly("other 1.0.0");
  }

  @Test
  void aDeletedFileTakesItsBundleOut() {
    copy("a.jar", "acme", "1.0");
    delete("a.jar");

    assertThat(host.serving).isEmpty();
    assertThat(deployments.list()).isEmpty();
  }

  @Test
  void aDeletedFileTakesItsBundleOutEvenIfItsUpdateWasRefused() {
    copy("a.jar", "acme", "1.0");
    damage("a.jar");
    delete("a.jar");

    assertThat(host.serving).isEmpty();
  }

  /** Keeps the names of what serves. */
  private static final class FakeHost implements PluginHost {
    final List<String> serving = new ArrayList<>();
    final Map<String, Version> shipped = new HashMap<>();
    Optional<String> refuse = Optional.empty();
    int replacements;

    @Override
    public Optional<Version> shipped(String symbolicName) {
      return Optional.ofNullable(shipped.get(symbolicName));
    }

    @Override
    public Hosted replace(PluginJar jar, Optional<Hosted> previous) throws RefusedException {
      if (refuse.isPresent()) {
        throw new RefusedException(refuse.get());
      }
      replacements++;
      previous.ifPresent(this::remove);
      serving.add(jar.symbolicName() + " " + jar.version());
      return new Hosted(jar.symbolicName(), jar.version(), jar.digest(), replacements);
    }

    @Override
    public void remove(Hosted hosted) {
      serving.remove(hosted.symbolicName() + " " + hosted.version());
    }
  }
}
