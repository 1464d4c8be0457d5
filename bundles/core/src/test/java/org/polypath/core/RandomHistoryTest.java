package org.polypath.core;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import org.polypath.api.settings.AutoResize;
import org.polypath.api.settings.EventSettings;
import org.polypath.api.settings.Failback;
import org.polypath.api.settings.MarginalGroups;
import org.polypath.api.settings.NoPathRetry;
import org.polypath.api.settings.RemovalSettings;
import org.polypath.api.settings.RemovalSettings.LastPathGone;
import org.polypath.api.settings.Setting;
import org.polypath.api.settings.ShakyPathSettings;

/**
 * Whatever happens in whatever order, once things are quiet core and kernel agree and nothing moves
 * any more. A failure prints its seed and the shortest history found that still fails.
 *
 * <p>A run lives the same histories as the one before, so that it judges what was changed. {@code
 * -Dtest.jvm=-Djqwik.tries.default=100000} lives as many others.
 */
class RandomHistoryTest {
  private static final int MOST_HAPPENINGS = 30;

  private static final ShakyPathSettings HELD_BACK =
      new ShakyPathSettings(
          Optional.of(
              new ShakyPathSettings.Counting(
                  Setting.builtIn(1), Setting.builtIn(20), Setting.builtIn(60))),
          Optional.empty());

  @Property(seed = "20261122", tries = 2000)
  void coreAndKernelAgreeWhenThingsAreQuiet(
      @ForAll("beginnings") Beginning beginning,
      @ForAll("rules") Rules rules,
      @ForAll("histories") List<Happening> history) {
    live(beginning, rules, history);
  }

  @Property
  @AddLifecycleHook(OnlyIfAsked.class)
  void soTheyDoAfterOtherHistories(
      @ForAll("beginnings") Beginning beginning,
      @ForAll("rules") Rules rules,
      @ForAll("histories") List<Happening> history) {
    live(beginning, rules, history);
  }

  private static void live(Beginning beginning, Rules rules, List<Happening> history) {
    FakeHost host = beginning.host();
    rules.apply(host);
    host.start();
    for (Happening happening : history) {
      happening.happen(host);
      host.runFor(happening.pause());
    }
    Quiet.check(host);
  }

  /** Other histories are lived by who says how many. */
  static final class OnlyIfAsked implements SkipExecutionHook {
    private static final String HOW_MANY = "jqwik.tries.default";

    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
      return System.getProperty(HOW_MANY) == null
          ? SkipResult.skip("-D" + HOW_MANY + " is not given")
          : SkipResult.doNotSkip();
    }
  }

  @Provide
  Arbitrary<List<Happening>> histories() {
    Arbitrary<Integer> pauses =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 50), Arbitraries.integers().between(0, 8_000));
    return Combinators.combine(
            Arbitraries.of(Happening.Kind.class),
            Arbitraries.integers().between(0, 5),
            Arbitraries.integers().between(0, 99),
            pauses)
        .as(Happening::new)
        .list()
        .ofMaxSize(MOST_HAPPENINGS);
  }

  @Provide
  Arbitrary<Beginning> beginnings() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 6),
            Arbitraries.of("failover", "multibus", "group_by_prio"),
            Arbitraries.of(
                Failback.MANUAL, Failback.IMMEDIATE, Failback.after(7), Failback.FOLLOWOVER),
            Arbitraries.of(
                NoPathRetry.UNDEFINED, NoPathRetry.FAIL, NoPathRetry.QUEUE, NoPathRetry.retries(2)),
            Arbitraries.of(AutoResize.class),
            Arbitraries.of(MarginalGroups.OFF, MarginalGroups.ON))
        .as(Beginning::new);
  }

  @Provide
  Arbitrary<Rules> rules() {
    return Combinators.combine(
            Arbitraries.of(LastPathGone.class),
            Arbitraries.of(false, true),
            Arbitraries.of(false, true),
            Arbitraries.of(false, true),
            Arbitraries.integers().between(0, 2))
        .as(Rules::new);
  }

  /** What is configured for the less usual. */
  record Rules(
      LastPathGone lastPathGone,
      boolean deferredRemoval,
      boolean mergedEvents,
      boolean shakyPaths,
      int removeRetries) {
    void apply(FakeHost host) {
      EventSettings events = EventSettings.BUILT_IN;
      host.configuration =
          host.configuration
              .forMaps(
                  maps ->
                      maps.removal(
                              new RemovalSettings(
                                  Setting.builtIn(lastPathGone), Setting.builtIn(deferredRemoval)))
                          .shakyPaths(shakyPaths ? HELD_BACK : ShakyPathSettings.OFF))
              .forDaemon(
                  daemon ->
                      daemon
                          .removeRetries(Setting.builtIn(removeRetries))
                          .events(
                              new EventSettings(
                                  Setting.builtIn(mergedEvents),
                                  events.retriggerTries(),
                                  events.retriggerDelay(),
                                  events.creationTimeout(),
                                  events.findTimeout())));
    }
  }

  /** How a host is when the history begins. */
  record Beginning(
      int paths,
      String policy,
      Failback failback,
      NoPathRetry retry,
      AutoResize resize,
      MarginalGroups marginal) {
    FakeHost host() {
      FakeHost host = new FakeHost();
      host.configuration =
          host.configuration
              .withPolicy(policy)
              .with(failback)
              .with(retry)
              .forDaemon(
                  daemon ->
                      daemon
                          .autoResize(Setting.builtIn(resize))
                          .marginalGroups(Setting.builtIn(marginal)));
      for (int i = 0; i < paths; i++) {
        host.path("sd" + (char) ('a' + i), 16 * i, "3600" + i % 2, i % 3 == 0 ? 50 : 10);
      }
      return host;
    }
  }
}
