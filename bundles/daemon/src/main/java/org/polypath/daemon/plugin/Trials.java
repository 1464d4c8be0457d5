package org.polypath.daemon.plugin;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.platform.PluginTrials;

/** The trials of bundles by their numbers in the container. Any thread may call. */
@Component(
    immediate = true,
    service = {Trials.class, PluginTrials.class})
public final class Trials implements PluginTrials {
  private final Map<Long, Trial> byBundle = new ConcurrentHashMap<>();

  /** For the container. */
  public Trials() {}

  /**
   * A plug-in wants the place of another. The plug-ins of a bundle come one after the other: one
   * that comes when another was found wanting already is not tried at all.
   */
  <T> void begin(ServingPlugin<T> serving, ServingPlugin<T> next, Runnable takeOver) {
    Trial trial =
        byBundle.compute(
            next.identity().number(),
            (number, old) -> old == null || old.isAccepted() ? new Trial(next.label()) : old);
    Challenge<T> challenge = new Challenge<>(serving, next, trial, takeOver);
    trial.add(challenge);
    serving.challengedBy(challenge);
  }

  /** What became of the trial of the bundle that a plug-in came with, if there was one. */
  Optional<Verdict> of(ServingPlugin<?> plugin) {
    return Optional.ofNullable(byBundle.get(plugin.identity().number())).map(Trial::verdict);
  }

  /**
   * A plug-in has left. Whoever asks about a trial that this ends is told so: one of which nothing
   * is known would be taken for one that had nobody to be compared with.
   */
  void forget(ServingPlugin<?> plugin) {
    byBundle.computeIfPresent(
        plugin.identity().number(), (number, trial) -> trial.leaves(plugin) ? trial : null);
  }

  @Override
  public Verdict verdict(long bundle) {
    Optional<Trial> trial = Optional.ofNullable(byBundle.get(bundle));
    trial.ifPresent(Trial::look);
    return trial.map(Trial::verdict).orElse(NOT_TRIED);
  }

  @Override
  public Verdict accept(long bundle) {
    Optional<Trial> trial = Optional.ofNullable(byBundle.get(bundle));
    trial.ifPresent(running -> running.accept("accepted by hand"));
    return trial.map(Trial::verdict).orElse(NOT_TRIED);
  }
}
