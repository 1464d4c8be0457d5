package org.polypath.daemon.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polypath.api.map.KernelDevices;
import org.polypath.api.map.KernelMap;
import org.polypath.api.map.MapDriver;
import org.polypath.api.map.MapDriverException;
import org.polypath.api.map.MapListener;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MapOutcome;
import org.polypath.api.map.MapWatch;
import org.polypath.api.map.SelectorSupport;
import org.polypath.api.map.TargetVersion;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.PathState;
import org.polypath.api.path.Wwid;
import org.polypath.api.policy.RankedPath;
import org.polypath.api.selector.PathSelector;
import org.polypath.api.selector.SelectorAlgorithm;
import org.polypath.api.selector.SelectorArguments;
import org.polypath.api.selector.SelectorRequest;
import org.polypath.core.effect.Effect.PlanMap;
import org.polypath.core.event.Event.MapPlanned;
import org.polypath.core.event.Plan;
import org.polypath.daemon.nohost.NoMaps;
import org.polypath.daemon.plugin.Consultation;
import org.polypath.daemon.plugin.PluginCalls;
import org.polypath.daemon.plugin.ServingPlugin;

class SelectorChoiceTest {
  private static final TargetVersion TARGET = new TargetVersion(1, 14, 0);

  private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor();
  private final PluginCalls calls = new PluginCalls(deadlines);
  private final Map<String, PathSelector> plugins = new HashMap<>();
  private final Map<String, SelectorSupport> kernel = new HashMap<>();

  /** Names of selectors that have served and are away. */
  private final Set<String> left = new HashSet<>();

  /** What comes of asking about a selector that the kernel is not known to have or not. */
  private Supplier<CompletionStage<SelectorSupport>> asked =
      () ->
          CompletableFuture.failedFuture(
              new MapDriverException("no device-mapper", new IllegalStateException()));

  @AfterEach
  void close() {
    calls.close();
    deadlines.shutdownNow();
  }

  @Test
  void theConfiguredSelectorIsUsedWhereTheKernelHasIt() throws Exception {
    add(new Described("first", Optional.of("second")), true);

    MapPlanned planned = choose("first");

    assertThat(planned.fault()).isEmpty();
    assertThat(planned.plan())
        .contains(
            new Plan(
                List.of(List.of("sda", "sdb"), List.of("sdc")),
                "kernel-first",
                List.of("word"),
                Map.of("sda", List.of("7"), "sdb", List.of("7"), "sdc", List.of("7"))));
  }

  @Test
  void prioritiesWeighPathsWhereThatIsConfigured() throws Exception {
    add(new Described("first", Optional.empty()), true);

    assertThat(choose("first", true, OptionalInt.of(50)).plan().orElseThrow().pathArguments())
        .containsEntry("sda", List.of("350"))
        .containsEntry("sdc", List.of("350"));
    assertThat(choose("first", true, OptionalInt.of(0)).plan().orElseThrow().pathArguments())
        .as("no path is left without I/O")
        .containsEntry("sda", List.of("7"));
    assertThat(choose("first", false, OptionalInt.of(50)).plan().orElseThrow().pathArguments())
        .containsEntry("sda", List.of("7"));
  }

  @Test
  void whatTheKernelDoesNotHaveIsSubstitutedAndSaid() throws Exception {
    add(new Described("first", Optional.of("second")), false);
    add(new Described("second", Optional.of("third")), false);
    add(new Described("third", Optional.empty()), true);

    MapPlanned planned = choose("first");

    assertThat(planned.plan().orElseThrow().selector()).isEqualTo("kernel-third");
    assertThat(planned.fault())
        .isEqualTo(
            "path_selector \"first\": the kernel has no module dm-kernel-first;"
                + " path_selector \"second\": the kernel has no module dm-kernel-second;"
                + " \"third\" is used instead");
  }

  @Test
  void aSelectorThatCannotServeSuchAGroupIsSubstituted() throws Exception {
    add(
        new Described("first", Optional.of("second")) {
          @Override
          public Optional<SelectorArguments> arguments(SelectorRequest request) {
            return request.paths().size() > 1 ? Optional.empty() : super.arguments(request);
          }
        },
        true);
    add(new Described("second", Optional.empty()), true);

    MapPlanned planned = choose("first");

    assertThat(planned.plan().orElseThrow().selector()).isEqualTo("kernel-second");
    assertThat(planned.fault()).contains("cannot serve groups of 2, 1 paths");
  }

  @Test
  void aTargetThatIsTooOldForItsArgumentsIsNotUsed() throws Exception {
    add(
        new Described("first", Optional.of("second")) {
          @Override
          public TargetVersion oldestTarget() {
            return new TargetVersion(1, 14, 1);
          }
        },
        true);
    add(new Described("second", Optional.empty()), true);

    MapPlanned planned = choose("first");

    assertThat(planned.plan().orElseThrow().selector()).isEqualTo("kernel-second");
    assertThat(planned.fault()).contains("needs a multipath target of version 1.14.1");
  }

  @Test
  void withNothingToStandInTheMapIsLeftAsItIs() throws Exception {
    add(new Described("first", Optional.of("second")), false);
    add(new Described("second", Optional.of("first")), false);

    MapPlanned planned = choose("first");

    assertThat(planned.plan()).isEmpty();
    assertThat(planned.fault()).endsWith("nothing stands in for it");
  }

  @Test
  void aSelectorThatLeftIsNamedAndItsMapsAreLeftAsTheyAre() throws Exception {
    add(new Described("first", Optional.of("gone")), false);
    add(new Described("service-time", Optional.empty()), true);
    left.add("gone");

    assertThat(choose("first").plan()).isEmpty();
    assertThat(choose("first").fault()).endsWith("there is no path_selector \"gone\" now");
    assertThat(choose("gone").fault()).isEqualTo("there is no path_selector \"gone\" now");
  }

  @Test
  void forASelectorThatNeverCameTheUsualOneStandsIn() throws Exception {
    add(new Described("service-time", Optional.empty()), true);

    MapPlanned planned = choose("acme");

    assertThat(planned.plan().orElseThrow().selector()).isEqualTo("kernel-service-time");
    assertThat(planned.plan().orElseThrow().selectorArguments())
        .as("the words are the other one's")
        .isEmpty();
    assertThat(planned.fault())
        .isEqualTo("there is no path_selector \"acme\" now; \"service-time\" is used instead");
  }

  @Test
  void withoutTheUsualSelectorTooTheMapIsLeftAsItIs() throws Exception {
    MapPlanned planned = choose("acme");

    assertThat(planned.plan()).isEmpty();
    assertThat(planned.fault())
        .isEqualTo(
            "there is no path_selector \"acme\" now; there is no path_selector \"service-time\" now");
  }

  @Test
  void whereTheKernelCannotBeAskedItIsTakenToHaveIt() throws Exception {
    plugins.put("first", new Described("first", Optional.empty()));

    assertThat(choose("first").plan()).isPresent();
  }

  @Test
  void aSelectorThatFailsIsAFault() throws Exception {
    add(
        new Described("first", Optional.empty()) {
          @Override
          public Optional<SelectorArguments> arguments(SelectorRequest request) {
            throw new IllegalStateException("a vendor's mistake");
          }
        },
        true);

    MapPlanned planned = choose("first");

    assertThat(planned.plan()).isEmpty();
    assertThat(planned.fault()).contains("a vendor's mistake");
  }

  @Test
  void aKernelThatDoesNotAnswerIsNotWaitedForForEver() throws Exception {
    plugins.put("first", new Described("first", Optional.empty()));
    asked = CompletableFuture::new;

    assertThat(choose("first").plan()).isPresent();
  }

  @Test
  void aDriverThatFailsInOtherWaysIsOneThatCannotBeAsked() throws Exception {
    plugins.put("first", new Described("first", Optional.empty()));
    asked =
        () -> {
          throw new IllegalStateException("a driver's mistake");
        };

    assertThat(choose("first").plan()).isPresent();
  }

  @Test
  void aSelectorThatLeavesSomethingOutIsAFault() throws Exception {
    add(
        new Described("first", Optional.empty()) {
          @Override
          public Optional<String> substitute() {
            return null;
          }
        },
        false);

    assertThat(choose("first").fault()).contains("its substitute");
  }

  private void add(Described selector, boolean present) {
    plugins.put(selector.name, selector);
    kernel.put(selector.kernelName(), new SelectorSupport(present, TARGET));
  }

  private MapPlanned choose(String name) throws Exception {
    return choose(name, false, OptionalInt.empty());
  }

  private MapPlanned choose(String name, boolean weighted, OptionalInt priority) throws Exception {
    List<List<RankedPath>> groups =
        List.of(
            List.of(path("sda", priority), path("sdb", priority)), List.of(path("sdc", priority)));
    PlanMap effect =
        new PlanMap(
            new Wwid("w"),
            1,
            "multibus",
            name,
            List.of("word"),
            7,
            weighted,
            groups.stream().flatMap(List::stream).toList(),
            Set.of());
    CompletableFuture<MapPlanned> answer = new CompletableFuture<>();
    new SelectorChoice(
            this::plugin,
            left::contains,
            new Consultation(calls, Duration.ofSeconds(5)),
            new AskedKernel(),
            Duration.ofMillis(200))
        .choose(effect, groups, answer::complete);
    return answer.get(30, TimeUnit.SECONDS);
  }

  private Optional<ServingPlugin<PathSelector>> plugin(String name) {
    return Optional.ofNullable(plugins.get(name))
        .map(selector -> new ServingPlugin<>(selector, name, "bundle", "1"));
  }

  private static RankedPath path(String name, OptionalInt priority) {
    return new RankedPath(
        PathFacts.named(name, new DeviceNumber(8, 0)).build(), PathState.UP, priority);
  }

  /** A driver that knows some selectors. */
  private final class AskedKernel implements MapDriver {
    private final NoMaps others = new NoMaps();

    @Override
    public CompletionStage<KernelDevices> read() {
      return others.read();
    }

    @Override
    public CompletionStage<Optional<KernelMap>> read(String name) {
      return others.read(name);
    }

    @Override
    public CompletionStage<MapOutcome> perform(Wwid wwid, MapOperation operation) {
      return others.perform(wwid, operation);
    }

    @Override
    public MapWatch watch(MapListener listener) {
      return others.watch(listener);
    }

    @Override
    public CompletionStage<SelectorSupport> selector(String kernelName) {
      return Optional.ofNullable(kernel.get(kernelName))
          .<CompletionStage<SelectorSupport>>map(CompletableFuture::completedFuture)
          .orElseGet(asked);
    }
  }

  /** A selector that says what it is told to. */
  private static class Described implements PathSelector {
    private final String name;
    private final Optional<String> substitute;

    Described(String name, Optional<String> substitute) {
      this.name = name;
      this.substitute = substitute;
    }

    @Override
    public String kernelName() {
      return "kernel-" + name;
    }

    @Override
    public Optional<String> substitute() {
      return substitute;
    }

    @Override
    public SelectorAlgorithm algorithm(List<String> groupArguments) {
      return (paths, request) -> 0;
    }
  }
}
