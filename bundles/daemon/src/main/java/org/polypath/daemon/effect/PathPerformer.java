package org.polypath.daemon.effect;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.polypath.api.checker.CheckResult;
import org.polypath.api.checker.PathChecker;
import org.polypath.api.device.PathDevice;
import org.polypath.api.discovery.PathDiscovery;
import org.polypath.api.path.DeviceState;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.api.prioritizer.Priority;
import org.polypath.core.effect.Effect.CheckPath;
import org.polypath.core.effect.Effect.RankPath;
import org.polypath.core.event.Event;
import org.polypath.core.event.Event.PathChecked;
import org.polypath.core.event.Event.PathRanked;
import org.polypath.daemon.plugin.Inquiry;
import org.polypath.daemon.plugin.PluginCalls;
import org.polypath.daemon.plugin.PluginRegistry;
import org.polypath.daemon.plugin.ServingPlugin;

/** Checks and ranks paths by plug-ins. Called by the core's thread; answers from any. */
final class PathPerformer {
  /** A plug-in has as long as its commands, and this for itself. */
  private static final Duration SPARE = Duration.ofSeconds(1);

  /** What looks at a path whose own checker was never there: better than nobody. */
  private static final String USUAL_CHECKER = "tur";

  private final PathDiscovery discovery;
  private final PluginRegistry registry;
  private final Inquiry inquiry;
  private final Consumer<Event> events;
  private final SharedAnswers sharedAnswers = new SharedAnswers(System::nanoTime);

  PathPerformer(
      PathDiscovery discovery, PluginRegistry registry, PluginCalls calls, Consumer<Event> events) {
    this.discovery = discovery;
    this.registry = registry;
    this.inquiry = new Inquiry(calls);
    this.events = events;
  }

  void check(CheckPath effect) {
    try {
      begin(effect);
    } catch (RuntimeException e) {
      answer(effect, DeviceState.NONE, Optional.empty(), "not checked: " + e);
    }
  }

  private void begin(CheckPath effect) {
    PathDevice device = discovery.device(effect.path());
    DeviceState state = device.state();
    Optional<ServingPlugin<PathChecker>> checker = registry.checker(effect.checker());
    if (state != DeviceState.RUNNING && state != DeviceState.NONE) {
      answer(effect, state, Optional.empty(), "");
    } else if (checker.isPresent()) {
      ask(effect, device, state, checker.get(), "");
    } else {
      String missing = missing("checker", effect.checker());
      // one that left may come back in another version: until then the last state stands
      Optional<ServingPlugin<PathChecker>> usual =
          registry.isCheckerKnown(effect.checker())
              ? Optional.empty()
              : registry.checker(USUAL_CHECKER);
      usual.ifPresentOrElse(
          instead -> ask(effect, device, state, instead, "tur instead: " + missing),
          () -> answer(effect, state, Optional.empty(), missing));
    }
  }

  private void ask(
      CheckPath effect,
      PathDevice device,
      DeviceState state,
      ServingPlugin<PathChecker> checker,
      String remark) {
    Duration timeout = Duration.ofSeconds(effect.timeoutSeconds());
    AttentiveDevice attentive = new AttentiveDevice(device);
    inquiry.ask(
        checker,
        attentive,
        timeout.plus(SPARE),
        new Questions.Check(timeout, effect.pathMemory(), effect.mapMemory()),
        result ->
            events.accept(
                new PathChecked(
                    effect.path().name(),
                    effect.number(),
                    state,
                    Optional.of(remarked(result, remark)),
                    attentive.hasChanged(),
                    "")),
        fault ->
            events.accept(
                new PathChecked(
                    effect.path().name(),
                    effect.number(),
                    state,
                    Optional.empty(),
                    attentive.hasChanged(),
                    fault)));
  }

  private static CheckResult remarked(CheckResult result, String remark) {
    String message = result.message().isEmpty() ? remark : result.message() + "; " + remark;
    return remark.isEmpty() ? result : result.withMessage(message);
  }

  void rank(RankPath effect) {
    try {
      begin(effect);
    } catch (RuntimeException e) {
      answer(effect, Optional.empty(), "not ranked: " + e);
    }
  }

  private void begin(RankPath effect) {
    Optional<ServingPlugin<Prioritizer>> prioritizer = registry.prioritizer(effect.prioritizer());
    if (prioritizer.isEmpty()) {
      answer(effect, Optional.empty(), missing("prioritizer", effect.prioritizer()));
      return;
    }
    PathDevice device = sharedAnswers.of(effect.wwid(), discovery.device(effect.path()));
    Duration timeout = Duration.ofSeconds(effect.timeoutSeconds());
    inquiry.ask(
        prioritizer.get(),
        device,
        timeout.plus(SPARE),
        new Questions.Rank(effect.arguments(), timeout),
        priority -> answer(effect, Optional.of(priority), ""),
        fault -> answer(effect, Optional.empty(), fault));
  }

  private void answer(
      CheckPath effect, DeviceState state, Optional<CheckResult> result, String fault) {
    events.accept(
        new PathChecked(effect.path().name(), effect.number(), state, result, false, fault));
  }

  private void answer(RankPath effect, Optional<Priority> priority, String fault) {
    events.accept(new PathRanked(effect.path().name(), effect.number(), priority, fault));
  }

  private static String missing(String kind, String name) {
    return "there is no " + kind + " \"" + name + "\" now: deploy its bundle, or configure another";
  }
}
