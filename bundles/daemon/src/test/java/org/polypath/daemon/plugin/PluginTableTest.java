package org.polypath.daemon.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.polypath.api.platform.PluginDirectory.Plugin;
import org.polypath.api.platform.PluginTrials;
import org.polypath.api.platform.PluginTrials.State;
import org.polypath.api.platform.PluginTrials.Verdict;

/**
 * A plug-in whose name nobody uses serves at once; one whose name is in use is on trial; when the
 * serving one leaves, another serves.
 */
class PluginTableTest {
  private final Trials trials = new Trials();
  private final PluginTable<Object> table = new PluginTable<>("checker", trials);
  private final Object first = new Object();
  private final Object second = new Object();

  private static ServingPlugin<Object> plugin(Object service, String version) {
    return Plugins.plugin(service, "tur", "com.acme", version);
  }

  private Object serving() {
    return table.serving("tur").orElseThrow().service();
  }

  private void addBoth(boolean inUse) {
    ServingPlugin<Object> old = plugin(first, "1.0");
    table.add(old);
    if (inUse) {
      old.askedAbout("sda");
    }
    table.add(plugin(second, "2.0"));
  }

  @Test
  void ofTwoThatNobodyUsesTheLastServes() {
    addBoth(false);
    assertThat(serving()).isSameAs(second);
    assertThat(table.list()).extracting(Plugin::version).containsExactly("2.0", "1.0");
    assertThat(table.list()).extracting(Plugin::serving).containsExactly(true, false);
  }

  @Test
  void whoseNameIsInUseIsOnTrial() {
    addBoth(true);
    assertThat(serving()).isSameAs(first);
    assertThat(table.list()).extracting(Plugin::remark).containsExactly("", "on trial");
  }

  @Test
  void oneOnTrialServesWhenTheServingOneLeaves() {
    addBoth(true);
    table.remove(first);
    assertThat(serving()).isSameAs(second);
  }

  @Test
  void oneOnTrialServesWhenItIsAccepted() {
    addBoth(true);
    trials.accept(Plugins.number("2.0"));
    assertThat(serving()).isSameAs(second);
    assertThat(table.serving("tur").orElseThrow().challenge()).isEmpty();
  }

  @Test
  void whoLeavesDuringItsTrialHasFailedIt() {
    addBoth(true);
    Object another = new Object();
    table.add(Plugins.plugin(another, "directio", "com.acme", "2.0"));
    table.remove(second);
    table.remove(another);
    assertThat(trials.verdict(Plugins.number("2.0")))
        .isEqualTo(new Verdict(State.REJECTED, "tur (com.acme 2.0) left during its trial"));

    table.add(plugin(second, "2.0"));
    assertThat(serving()).isSameAs(first);
    assertThat(challenger()).as("it had its chance").isEmpty();
  }

  @Test
  void whoLeavesAfterItsTrialIsForgotten() {
    addBoth(true);
    trials.accept(Plugins.number("2.0"));
    table.remove(second);
    assertThat(trials.verdict(Plugins.number("2.0"))).isEqualTo(PluginTrials.NOT_TRIED);
  }

  private String challenger() {
    return table
        .serving("tur")
        .orElseThrow()
        .challenge()
        .map(next -> next.next().label())
        .orElse("");
  }

  @Test
  void ofTwoThatWantThePlaceEachIsComparedInItsTurn() {
    addBoth(true);
    table.add(plugin(new Object(), "3.0"));
    assertThat(challenger()).isEqualTo("com.acme 2.0");

    table.remove(second);
    assertThat(challenger()).isEqualTo("com.acme 3.0");
  }

  @Test
  void whoWantedThePlaceIsComparedWithTheOneThatGotIt() {
    addBoth(true);
    Object third = new Object();
    table.add(plugin(third, "3.0"));
    trials.accept(Plugins.number("3.0"));
    assertThat(serving()).isSameAs(third);
    assertThat(challenger()).isEqualTo("com.acme 2.0");

    table.serving("tur").orElseThrow().challenge().orElseThrow().failed("it throws");
    assertThat(trials.verdict(Plugins.number("2.0")).because()).isEqualTo("it throws");
  }

  @Test
  void whoWantedThePlaceIsComparedWithTheOneThatInheritedIt() {
    addBoth(true);
    Object third = new Object();
    table.add(plugin(third, "3.0"));
    table.remove(first);
    assertThat(serving()).isSameAs(third);
    assertThat(challenger()).isEqualTo("com.acme 2.0");
  }

  @Test
  void theOneBeforeServesAgain() {
    addBoth(false);
    table.remove(second);
    assertThat(serving()).isSameAs(first);
  }

  @Test
  void theOldOneLeavesWithoutANewOneNoticing() {
    addBoth(false);
    table.remove(first);
    assertThat(serving()).isSameAs(second);
  }

  @Test
  void whoLooksWhileTheServingOneLeavesFindsTheNext() throws InterruptedException {
    table.add(plugin(first, "1.0"));
    AtomicBoolean ended = new AtomicBoolean();
    AtomicLong foundNobody = new AtomicLong();
    Thread reader =
        new Thread(
            () -> {
              while (!ended.get()) {
                foundNobody.addAndGet(table.serving("tur").isPresent() ? 0 : 1);
              }
            });
    reader.start();
    for (int i = 0; i < 20_000; i++) {
      table.add(plugin(second, "2.0"));
      table.remove(second);
    }
    ended.set(true);
    reader.join();
    assertThat(foundNobody).hasValue(0);
    assertThat(serving()).isSameAs(first);
  }

  @Test
  void anUnknownNameHasNone() {
    assertThat(table.serving("acme")).isEmpty();
  }

  @Test
  void aPluginWithoutANameIsNotTaken() {
    table.add(Plugins.plugin(first, "", "com.acme", "1.0"));
    assertThat(table.list()).isEmpty();
  }

  @Test
  void whoWatchesIsToldWheneverAnotherMayServe() {
    AtomicInteger told = new AtomicInteger();
    Runnable end = table.watch(told::incrementAndGet);
    ServingPlugin<Object> old = plugin(first, "1.0");
    table.add(old);
    assertThat(told).as("one came").hasValue(1);
    old.askedAbout("sda");
    table.add(plugin(second, "2.0"));
    assertThat(told).as("another is on trial").hasValue(1);
    trials.accept(Plugins.number("2.0"));
    assertThat(told).as("it takes over").hasValue(2);
    table.remove(second);
    assertThat(told).as("it leaves").hasValue(3);
    end.run();
    table.remove(first);
    assertThat(told).as("nobody watches any more").hasValue(3);
    assertThat(table.known()).as("names that served").containsExactly("tur");
  }

  @Test
  void whoMissesANameIsToldWhenItComes() {
    AtomicInteger told = new AtomicInteger();
    table.watchComing(told::incrementAndGet);
    addBoth(true);
    assertThat(told).as("the first came").hasValue(1);
    table.remove(first);
    table.remove(second);
    assertThat(told).as("both left").hasValue(1);
    table.add(plugin(first, "1.0"));
    assertThat(told).as("one came back").hasValue(2);
  }
}
