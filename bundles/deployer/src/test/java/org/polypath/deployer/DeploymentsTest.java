package org.polypath.deployer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import org.polypath.api.platform.PluginTrials.State;
import org.polypath.api.platform.PluginTrials.Verdict;

class DeploymentsTest {
  private long nanos;
  private final Map<String, PluginJar> folder = new HashMap<>();
  private final FakeHost host = new FakeHost();
  private final FakeLedger ledger = new FakeLedger();
  private final Deployments deployments =
      new Deployments(this::read, host, ledger, new HeldUpdates(() -> nanos));

  private final Set<String> unforeseen = new HashSet<>();

  private PluginJar read(String file) throws RefusedException {
    if (unforeseen.contains(file)) {
      throw new InvalidPathException(file, "Malformed input");
    }
    return Optional.ofNullable(folder.get(file)).orElseThrow(() -> new RefusedException("cut off"));
  }

  private void copy(String file, String name, String version) {
    folder.put(file, jar(file, name, version));
    deployments.changed(file);
  }

  private static PluginJar jar(String file, String name, String version) {
    return new PluginJar(
        file,
        (name + version).getBytes(StandardCharsets.UTF_8),
        name,
        Version.parseVersion(version));
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
  void howFarATrialHasComeIsSaid() {
    copy("a.jar", "acme", "1.0");
    host.verdict = new Verdict(State.RUNNING, "compared about 0 of 4 paths");
    copy("a.jar", "acme", "1.1");
    host.verdict = new Verdict(State.RUNNING, "compared about 3 of 4 paths");
    deployments.judge();
    assertThat(line("a.jar"))
        .isEqualTo("a.jar: serving acme 1.0.0; on trial: 1.1.0 (compared about 3 of 4 paths)");
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
    assertThat(line("a.jar")).contains("refused before: rolled back: says down");
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

  @Test
  void whatServedBeforeIsNotTakenInsteadOfANewerShippedOne() {
    ledger.kept.put("tur.jar", jar("tur.jar", "tur", "2.0"));
    host.shipped.put("tur", new Version("3.0"));
    copy("tur.jar", "tur", "2.0");

    assertThat(host.started).isEmpty();
    assertThat(line("tur.jar"))
        .isEqualTo("tur.jar: refused; refused as it is now: 2.0.0 is older than the shipped 3.0.0");
  }

  @Test
  void whatServedBeforeDoesNotComeBackBesideANewerFileOfTheBundle() {
    ledger.kept.put("b.jar", jar("b.jar", "acme", "1.0"));
    copy("a.jar", "acme", "1.1");
    copy("b.jar", "acme", "1.0");

    assertThat(host.started).containsExactly("acme 1.1.0");
    assertThat(line("a.jar")).isEqualTo("a.jar: serving acme 1.1.0");
  }

  @Test
  void whatServedBeforeTakesThePlaceOfAnOlderFileOfTheBundleAgain() {
    ledger.kept.put("b.jar", jar("b.jar", "acme", "1.1"));
    copy("a.jar", "acme", "1.0");
    damage("b.jar");

    assertThat(host.started).containsExactly("acme 1.1.0");
    assertThat(line("a.jar")).isEqualTo("a.jar: superseded by b.jar");
    assertThat(line("b.jar")).contains("serving acme 1.1.0", "cut off");
  }

  @Test
  void aJarThatLacksWhatALaterOneBringsServesOnceThatIsThere() {
    host.needs.put("checker", "library");
    copy("a.jar", "checker", "1.0");
    assertThat(line("a.jar")).contains("refused", "lacks library");
    copy("z.jar", "library", "1.0");

    assertThat(host.serving).containsExactly("library 1.0.0", "checker 1.0.0");
    assertThat(line("a.jar")).isEqualTo("a.jar: serving checker 1.0.0");
  }

  @Test
  void anOlderFileThatWasRefusedServesWhenTheNewerOneGoes() {
    copy("acme-2.jar", "acme", "2.0");
    copy("acme-1.jar", "acme", "1.0");
    delete("acme-2.jar");

    assertThat(host.serving).containsExactly("acme 1.0.0");
    assertThat(line("acme-1.jar")).isEqualTo("acme-1.jar: serving acme 1.0.0");
  }

  @Test
  void whatIsRefusedForTheSameReasonAgainIsNotNotedAgain() {
    damage("b.jar");
    copy("a.jar", "acme", "1.0");
    copy("c.jar", "other", "1.0");

    assertThat(ledger.notes).filteredOn(note -> note.contains("cut off")).hasSize(1);
  }

  private void start(String kept, String now) {
    host.compares = true;
    ledger.kept.put("a.jar", jar("a.jar", "acme", kept));
    copy("a.jar", "acme", now);
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
    deployments.judge();
  }

  @Test
  void whatServedBeforeTheEndServesFirstAndTheUpdateIsOnTrialThen() {
    start("1.0", "1.1");
    assertThat(host.serving).containsExactly("acme 1.0.0");
    assertThat(line("a.jar"))
        .isEqualTo("a.jar: serving acme 1.0.0; next: 1.1.0, on trial once that is in use");
    assertThat(ledger.notes).last().asString().contains("a.jar kept", "1.0.0", "1.1.0");

    assertThat(deployments.list().get(0).isAsTheFileIs()).isFalse();
    host.verdict = new Verdict(State.RUNNING, "");
    pass(HeldUpdates.UNTIL_IN_USE.minusMillis(1));
    assertThat(host.started).containsExactly("acme 1.0.0");
    pass(Duration.ofMillis(1));
    assertThat(line("a.jar")).isEqualTo("a.jar: serving acme 1.0.0; on trial: 1.1.0");

    host.verdict = new Verdict(State.ACCEPTED, "it agrees");
    pass(Duration.ZERO);
    assertThat(line("a.jar")).isEqualTo("a.jar: serving acme 1.1.0");
    assertThat(host.serving).containsExactly("acme 1.1.0");
  }

  @Test
  void anUpdateServesAtOnceWhereWhatServedBeforeCannot() {
    host.shipped.put("acme", new Version("1.1"));
    start("1.0", "1.1");
    assertThat(line("a.jar")).isEqualTo("a.jar: serving acme 1.1.0");
  }

  @Test
  void theSameContentServesAtOnceAfterAnEnd() {
    start("1.1", "1.1");
    assertThat(line("a.jar")).isEqualTo("a.jar: serving acme 1.1.0");
  }

  @Test
  void aFileThatChangesAgainOrGoesIsNotHeldAnyMore() {
    start("1.0", "1.1");
    copy("a.jar", "acme", "1.2");
    assertThat(line("a.jar")).isEqualTo("a.jar: serving acme 1.2.0");
    pass(HeldUpdates.UNTIL_IN_USE);
    assertThat(host.started).containsExactly("acme 1.2.0");

    start("1.0", "1.1");
    delete("a.jar");
    pass(HeldUpdates.UNTIL_IN_USE);
    assertThat(host.started).isEmpty();
  }

  @Test
  void whileABundleStartsTheLedgerKnows() {
    host.onStart = () -> assertThat(ledger.starting).isNotEmpty();
    copy("a.jar", "acme", "1.0");
    assertThat(ledger.starting).isEmpty();
    host.refuse = Optional.of("it throws");
    copy("a.jar", "acme", "1.1");
    assertThat(ledger.starting).isEmpty();
  }

  @Test
  void whoStopsThePlatformWhileABundleStartsMayHaveBeenMadeToByIt() {
    host.onStart = () -> Thread.currentThread().interrupt();
    host.refuse = Optional.of("the platform stops");
    copy("a.jar", "acme", "1.0");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(ledger.starting).isNotEmpty();
  }

  @Test
  void whatNobodyForeseesIsTheRefusalOfOneFile() {
    unforeseen.add("a.jar");
    deployments.changed("a.jar");
    copy("b.jar", "acme", "1.0");

    assertThat(line("a.jar")).contains("refused", "Malformed input");
    assertThat(host.serving).containsExactly("acme 1.0.0");
  }
}
