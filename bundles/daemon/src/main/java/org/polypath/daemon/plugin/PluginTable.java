package org.polypath.daemon.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.polypath.api.platform.PluginDirectory.Plugin;
import org.polypath.api.platform.PluginTrials.State;
import org.polypath.api.platform.PluginTrials.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plug-ins of one kind. One that comes while another of its name is in use is on trial; one
 * whose name nobody has, or nobody uses, serves at once. Any thread may call.
 */
final class PluginTable<T> {
  private static final Logger LOG = LoggerFactory.getLogger(PluginTable.class);

  private final String kind;
  private final Trials trials;
  private final Map<String, List<ServingPlugin<T>>> byName = new ConcurrentSkipListMap<>();
  private final Map<String, ServingPlugin<T>> serving = new ConcurrentHashMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final List<Runnable> waiting = new CopyOnWriteArrayList<>();

  PluginTable(String kind, Trials trials) {
    this.kind = kind;
    this.trials = trials;
  }

  String kind() {
    return kind;
  }

  void add(ServingPlugin<T> plugin) {
    if (plugin.name().isEmpty()) {
      LOG.warn(
          "{} without a name ignored: its class needs @PluginName; bundle: {}",
          kind,
          plugin.label());
      return;
    }
    boolean missed = serving(plugin.name()).isEmpty();
    if (register(plugin)) {
      listeners.forEach(Runnable::run);
    }
    if (missed) {
      waiting.forEach(Runnable::run);
    }
    LOG.debug("{} comes", plugin.identity());
  }

  private void takeOver(ServingPlugin<T> plugin) {
    serve(plugin);
    listeners.forEach(Runnable::run);
  }

  /** Whether it serves at once. It is on trial if the one whose place it wants is in use. */
  private synchronized boolean register(ServingPlugin<T> plugin) {
    byName.computeIfAbsent(plugin.name(), name -> new ArrayList<>()).add(plugin);
    Optional<ServingPlugin<T>> inUse =
        serving(plugin.name()).filter(old -> !old.subjects().isEmpty());
    inUse.ifPresentOrElse(
        old -> trials.begin(old, plugin, () -> takeOver(plugin)),
        () -> serving.put(plugin.name(), plugin));
    return inUse.isEmpty();
  }

  private synchronized void serve(ServingPlugin<T> plugin) {
    if (byName.get(plugin.name()).contains(plugin)) {
      serving(plugin.name()).ifPresent(plugin::follows);
      serving.put(plugin.name(), plugin);
    }
  }

  void remove(T service) {
    for (ServingPlugin<T> plugin : removed(service)) {
      trials.forget(plugin);
      plugin.left();
      listeners.forEach(Runnable::run);
      LOG.debug("{} leaves", plugin.identity());
    }
  }

  private synchronized List<ServingPlugin<T>> removed(T service) {
    List<ServingPlugin<T>> gone = new ArrayList<>();
    for (List<ServingPlugin<T>> versions : byName.values()) {
      for (ServingPlugin<T> plugin : List.copyOf(versions)) {
        if (plugin.service() == service) {
          versions.remove(plugin);
          gone.add(plugin);
          if (serving(plugin.name()).filter(plugin::equals).isPresent()) {
            succeed(plugin, successor(versions));
          }
        }
      }
    }
    return gone;
  }

  /** Who looks a plug-in up holds no lock: at no moment is there nobody, if another can serve. */
  private void succeed(ServingPlugin<T> plugin, Optional<ServingPlugin<T>> next) {
    next.ifPresentOrElse(
        another -> {
          another.follows(plugin);
          serving.put(plugin.name(), another);
        },
        () -> serving.remove(plugin.name()));
  }

  /** The last that came and was not found wanting. */
  private Optional<ServingPlugin<T>> successor(List<ServingPlugin<T>> versions) {
    return versions.stream()
        .filter(plugin -> !is(plugin, State.REJECTED))
        .reduce((first, second) -> second);
  }

  private boolean is(ServingPlugin<T> plugin, State state) {
    return trials.of(plugin).filter(verdict -> verdict.state() == state).isPresent();
  }

  /**
   * Tells whenever another plug-in may serve a name than before.
   *
   * @param listener called by whatever thread brings that about; returns at once
   * @return ends it when run
   */
  Runnable watch(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /**
   * Tells whenever a plug-in comes whose name nobody had.
   *
   * @param listener called by whatever thread brings that about; returns at once
   * @return ends it when run
   */
  Runnable watchComing(Runnable listener) {
    waiting.add(listener);
    return () -> waiting.remove(listener);
  }

  /** The names under which a plug-in serves or has served. */
  Set<String> known() {
    return Set.copyOf(byName.keySet());
  }

  /** Whether a plug-in of this name serves or has served. */
  boolean isKnown(String name) {
    return byName.containsKey(name);
  }

  Optional<ServingPlugin<T>> serving(String name) {
    return Optional.ofNullable(serving.get(name));
  }

  synchronized List<Plugin> list() {
    List<Plugin> list = new ArrayList<>();
    byName.forEach(
        (name, versions) -> {
          Optional<ServingPlugin<T>> first = serving(name);
          first.ifPresent(plugin -> list.add(plugin.describe(true, "")));
          versions.stream()
              .filter(plugin -> !first.equals(Optional.of(plugin)))
              .forEach(plugin -> list.add(plugin.describe(false, remark(plugin))));
        });
    return list;
  }

  private String remark(ServingPlugin<T> plugin) {
    return switch (trials.of(plugin).map(Verdict::state).orElse(State.ACCEPTED)) {
      case RUNNING -> "on trial";
      case REJECTED -> "rolled back: " + trials.of(plugin).orElseThrow().because();
      case ACCEPTED -> "";
    };
  }
}
