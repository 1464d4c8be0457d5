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
import org.polypath.api.platform.PluginTrials.State;
import org.polypath.api.platform.PluginTrials.Verdict;

class DeploymentsTest {
  private final Map<String, PluginJar> folder = new HashMap<>();
  private final FakeHost host = new FakeHost();
  private final FakeLedger ledger = new FakeLedger();
  private final Deployments deployments = new Deployments(this::read, host, ledger);

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

  @Test
  void anUpdateOnTrialServesOnlyWhenItIsAccepted() {
    copy("a.jar", "acme", "1.0");
    host.verdict = new Verdict(State.RUNNING, "");
    copy("a.jar", "acme", "1.1");
    assertThat(line("a.jar")).isEqualTo("a.jar: serving acme 1.0.0; on trial: 1.1.0");
    assertThat(deployments.judge()).isTrue();

    host.verdict = new Verdict(State.ACCEPTED, "it agrees");
    assertThat(deployments.judge()).isFalse();

    assertThat(host.serving).containsExactly("acme 1.1.0");
    assertThat(line("a.jar")).isEqualTo("a.jar: serving acme 1.1.0");
    assertThat(ledger.notes).last().asString().contains("1.1.0", "it agrees");
  }

  @Test
  void anUpdateThatIsRejectedIsRolledBackAndNotTriedAgain() {
    copy("a.jar", "acme", "1.0");
    host.verdict = new Verdict(State.REJECTED, "says down");
    copy("a.jar", "acme", "1.1");
    assertThat(host.serving).containsExactly("acme 1.0.0");
    assertThat(line("a.jar")).contains("serving acme 1.0.0", "rolled back: says down");

    host.verdict = new Verdict(State.ACCEPTED, "");
    copy("a.jar", "acme", "1.1");

    assertThat(host.serving).containsExactly("acme 1.0.0");
    assertThat(line("a.jar")).contains("rolled back before: says down");
  }

  @Test
  void aJarThatSomebodyAcceptsHasNoTrial() {
    copy("a.jar", "acme", "1.0");
    host.verdict = new Verdict(State.RUNNING, "");
    ledger.acceptsAll = true;
    copy("a.jar", "acme", "1.1");
    assertThat(host.serving).containsExactly("acme 1.1.0");
  }

  @Test
  void aDeletedFileEndsTheTrialToo() {
    copy("a.jar", "acme", "1.0");
    host.verdict = new Verdict(State.RUNNING, "");
    copy("a.jar", "acme", "1.1");
    delete("a.jar");
    assertThat(host.serving).isEmpty();
    assertThat(host.started).isEmpty();
  }

  @Test
  void aThirdVersionTakesThePlaceOfTheOneOnTrial() {
    copy("a.jar", "acme", "1.0");
    host.verdict = new Verdict(State.RUNNING, "");
    copy("a.jar", "acme", "1.1");
    copy("a.jar", "acme", "1.2");
    assertThat(host.started).containsExactly("acme 1.0.0", "acme 1.2.0");
    assertThat(line("a.jar")).contains("serving acme 1.0.0; on trial: 1.2.0");
  }

  /** Keeps the names of what runs and of what serves. */
  private static final class FakeHost implements PluginHost {
    final List<String> started = new ArrayList<>();
    final List<String> serving = new ArrayList<>();
    final Map<String, Version> shipped = new HashMap<>();
    Optional<String> refuse = Optional.empty();
    Verdict verdict = new Verdict(State.ACCEPTED, "");
    int replacements;

    private static String name(Hosted hosted) {
      return hosted.symbolicName() + " " + hosted.version();
    }

    @Override
    public Optional<Version> shipped(String symbolicName) {
      return Optional.ofNullable(shipped.get(symbolicName));
    }

    @Override
    public Hosted start(PluginJar jar) throws RefusedException {
      if (refuse.isPresent()) {
        throw new RefusedException(refuse.get());
      }
      Hosted hosted =
          new Hosted(jar.symbolicName(), jar.version(), jar.digest(), jar.needs(), replacements);
      started.add(name(hosted));
      return hosted;
    }

    @Override
    public Verdict verdict(Hosted hosted) {
      return verdict;
    }

    @Override
    public Verdict accept(Hosted hosted) {
      verdict = new Verdict(State.ACCEPTED, "by hand");
      return verdict;
    }

    @Override
    public void establish(Hosted hosted, Optional<Hosted> previous) {
      replacements++;
      previous.ifPresent(this::remove);
      serving.add(name(hosted));
    }

    @Override
    public void withdraw(Hosted hosted) {
      started.remove(name(hosted));
    }

    @Override
    public void remove(Hosted hosted) {
      started.remove(name(hosted));
      serving.remove(name(hosted));
    }
  }

  /** Remembers for as long as the test lasts. */
  private static final class FakeLedger implements Ledger {
    final List<String> notes = new ArrayList<>();
    final Map<String, String> rejected = new HashMap<>();
    boolean acceptsAll;

    @Override
    public void note(String file, String decision, String because) {
      notes.add(file + " " + decision + ": " + because);
    }

    @Override
    public void established(PluginJar jar, Optional<Hosted> previous, String because) {
      note(jar.file(), "serving", jar.version() + " " + because);
    }

    @Override
    public void reject(String digest, String because) {
      rejected.put(digest, because);
    }

    @Override
    public Optional<String> rejection(String digest) {
      return Optional.ofNullable(rejected.get(digest));
    }

    @Override
    public boolean isAccepted(String digest) {
      return acceptsAll;
    }

    @Override
    public Optional<PluginJar> serving(String file) {
      return Optional.empty();
    }

    @Override
    public void removed(String file) {
      note(file, "removed", "");
    }
  }
}
