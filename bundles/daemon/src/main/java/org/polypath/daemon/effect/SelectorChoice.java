package org.polypath.daemon.effect;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.polypath.api.map.MapDriver;
import org.polypath.api.map.SelectorSupport;
import org.polypath.api.map.TargetVersion;
import org.polypath.api.policy.RankedPath;
import org.polypath.api.selector.PathSelector;
import org.polypath.api.selector.SelectorArguments;
import org.polypath.api.selector.SelectorRequest;
import org.polypath.core.effect.Effect.PlanMap;
import org.polypath.core.event.Event.MapPlanned;
import org.polypath.core.event.Plan;
import org.polypath.daemon.plugin.Computation;
import org.polypath.daemon.plugin.Consultation;
import org.polypath.daemon.plugin.ServingPlugin;

/**
 * Finds the selector that a map's groups get: the configured one, if the kernel has it and it can
 * serve the groups, else the substitute that it names, and so on.
 *
 * @param selectors the selector of a name that serves now
 * @param known whether one of a name serves or has served: one that left may come back, and the map
 *     stands until then
 * @param consultation how it is asked
 * @param driver what knows the kernel
 * @param patience how long the kernel is waited for: it may have to load a module from a disk whose
 *     paths are lost
 */
record SelectorChoice(
    Function<String, Optional<ServingPlugin<PathSelector>>> selectors,
    Predicate<String> known,
    Consultation consultation,
    MapDriver driver,
    Duration patience) {
  /** What stands in for a selector that never came. */
  private static final String USUAL = "service-time";

  /** What a selector says of itself and of these groups. */
  private record Offer(
      String kernelName,
      TargetVersion oldestTarget,
      Optional<String> substitute,
      Optional<Plan> plan) {
    /** One that leaves something out fails here, on its own thread. */
    Offer {
      Objects.requireNonNull(kernelName, "its kernel name");
      Objects.requireNonNull(oldestTarget, "its oldest target");
      Objects.requireNonNull(substitute, "its substitute");
    }

    /** What it comes to in a map's table, as text. */
    String describe() {
      return kernelName
          + " from target "
          + oldestTarget
          + substitute.map(name -> ", else " + name).orElse("")
          + plan.map(Offer::describe).orElse(": cannot serve these groups");
    }

    private static String describe(Plan plan) {
      return plan.groups().stream()
          .flatMap(List::stream)
          .map(path -> path + " " + String.join(" ", plan.pathArguments().get(path)))
          .collect(joining(", ", " " + String.join(" ", plan.selectorArguments()) + ": ", ""));
    }
  }

  /**
   * Chooses.
   *
   * @param effect what is to be planned
   * @param groups its paths as they are grouped
   * @param chosen told once, from any thread; a plan with a fault is one with a substitute
   */
  void choose(PlanMap effect, List<List<RankedPath>> groups, Consumer<MapPlanned> chosen) {
    new Search(effect, groups, chosen).ask(effect.selector());
  }

  /** One choice under way. */
  private final class Search {
    private final PlanMap effect;
    private final List<List<RankedPath>> groups;
    private final Consumer<MapPlanned> chosen;
    private final List<String> tried = new ArrayList<>();
    private final List<String> obstacles = new ArrayList<>();

    Search(PlanMap effect, List<List<RankedPath>> groups, Consumer<MapPlanned> chosen) {
      this.effect = effect;
      this.groups = groups;
      this.chosen = chosen;
    }

    void ask(String name) {
      Optional<ServingPlugin<PathSelector>> selector = selectors.apply(name);
      tried.add(name);
      if (selector.isEmpty()) {
        missing(name);
        return;
      }
      // the words are the configured one's: they mean nothing to one that stands in for it
      List<String> words = tried.size() == 1 ? effect.selectorArguments() : List.of();
      consultation.ask(
          selector.get(),
          new Computation<>(effect.wwid().text(), asked -> offer(asked, words), Offer::describe),
          this::consider,
          fault -> end(Optional.empty(), fault));
    }

    private void missing(String name) {
      String obstacle = "there is no path_selector \"" + name + "\" now";
      if (known.test(name) || tried.contains(USUAL)) {
        end(Optional.empty(), obstacle);
      } else {
        obstacles.add(obstacle);
        ask(USUAL);
      }
    }

    private Offer offer(PathSelector selector, List<String> words) {
      return new Offer(
          selector.kernelName(),
          selector.oldestTarget(),
          selector.substitute(),
          plan(selector, words));
    }

    private Optional<Plan> plan(PathSelector selector, List<String> words) {
      Map<String, List<String>> byPath = new HashMap<>();
      List<List<String>> ofGroups = new ArrayList<>();
      for (List<RankedPath> group : groups) {
        Optional<SelectorArguments> arguments = selector.arguments(request(group, words));
        if (arguments.isEmpty()) {
          return Optional.empty();
        }
        ofGroups.add(arguments.get().group());
        for (int i = 0; i < group.size(); i++) {
          byPath.put(PlanPerformer.name(group.get(i)), arguments.get().paths().get(i));
        }
      }
      List<List<String>> names =
          groups.stream().map(group -> group.stream().map(PlanPerformer::name).toList()).toList();
      return Optional.of(new Plan(names, selector.kernelName(), ofGroups.get(0), byPath));
    }

    private SelectorRequest request(List<RankedPath> group, List<String> words) {
      return new SelectorRequest(
          group, words, effect.repeatCount(), effect.weighted(), Processors.count());
    }

    private void consider(Offer offer) {
      if (offer.plan().isEmpty()) {
        substitute(offer, "it cannot serve groups of " + sizes() + " paths here");
        return;
      }
      CompletableFuture<Void> unused =
          CompletableFuture.completedStage(offer.kernelName())
              .thenCompose(driver::selector)
              .thenApply(Optional::of)
              .toCompletableFuture()
              .completeOnTimeout(Optional.empty(), patience.toMillis(), TimeUnit.MILLISECONDS)
              .exceptionally(failure -> Optional.empty())
              .thenAccept(support -> decide(offer, support));
    }

    private void decide(Offer offer, Optional<SelectorSupport> support) {
      obstacle(offer, support)
          .ifPresentOrElse(obstacle -> substitute(offer, obstacle), () -> end(offer.plan(), ""));
    }

    /** Nothing stands in the way where nobody can be asked: a table is refused then or not. */
    private Optional<String> obstacle(Offer offer, Optional<SelectorSupport> support) {
      return support
          .filter(found -> !found.present() || found.target().compareTo(offer.oldestTarget()) < 0)
          .map(
              found ->
                  found.present()
                      ? "it needs a multipath target of version "
                          + offer.oldestTarget()
                          + ", the kernel's is "
                          + found.target()
                      : "the kernel has no module dm-" + offer.kernelName());
    }

    private void substitute(Offer offer, String obstacle) {
      obstacles.add("path_selector \"" + tried.get(tried.size() - 1) + "\": " + obstacle);
      Optional<String> substitute = offer.substitute().filter(name -> !tried.contains(name));
      if (substitute.isPresent()) {
        ask(substitute.get());
      } else {
        end(Optional.empty(), "nothing stands in for it");
      }
    }

    private void end(Optional<Plan> plan, String problem) {
      List<String> parts = new ArrayList<>(obstacles);
      if (!problem.isEmpty()) {
        parts.add(problem);
      } else if (!obstacles.isEmpty()) {
        parts.add("\"" + tried.get(tried.size() - 1) + "\" is used instead");
      }
      chosen.accept(new MapPlanned(effect.wwid(), effect.number(), plan, String.join("; ", parts)));
    }

    private String sizes() {
      return groups.stream().map(group -> "" + group.size()).distinct().collect(joining(", "));
    }
  }
}
