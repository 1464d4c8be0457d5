package org.polypath.daemon.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.polypath.api.platform.PluginDirectory.Plugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The plug-ins of one kind. Of several with one name the one that came last serves. Any thread may
 * call.
 */
final class PluginTable<T> {
  private static final Logger LOG = LoggerFactory.getLogger(PluginTable.class);

  private final String kind;
  private final Map<String, CopyOnWriteArrayList<ServingPlugin<T>>> byName =
      new ConcurrentSkipListMap<>();

  PluginTable(String kind) {
    this.kind = kind;
  }

  void add(ServingPlugin<T> plugin) {
    if (plugin.name().isEmpty()) {
      LOG.warn("{} without a name ignored; bundle: {} {}", kind, plugin.bundle(), plugin.version());
      return;
    }
    byName.computeIfAbsent(plugin.name(), name -> new CopyOnWriteArrayList<>()).add(plugin);
    LOG.debug(
        "{} {} serves; bundle: {} {}", kind, plugin.name(), plugin.bundle(), plugin.version());
  }

  void remove(T service) {
    for (List<ServingPlugin<T>> versions : byName.values()) {
      for (ServingPlugin<T> plugin : List.copyOf(versions)) {
        if (plugin.service() == service) {
          versions.remove(plugin);
          LOG.debug(
              "{} {} leaves; bundle: {} {}",
              kind,
              plugin.name(),
              plugin.bundle(),
              plugin.version());
        }
      }
    }
  }

  /** Whether a plug-in of this name serves or has served. */
  boolean isKnown(String name) {
    return byName.containsKey(name);
  }

  Optional<ServingPlugin<T>> serving(String name) {
    List<ServingPlugin<T>> versions =
        List.copyOf(byName.getOrDefault(name, new CopyOnWriteArrayList<>()));
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
  }

  List<Plugin> list() {
    List<Plugin> list = new ArrayList<>();
    byName.values().forEach(versions -> list.addAll(list(List.copyOf(versions))));
    return list;
  }

  private List<Plugin> list(List<ServingPlugin<T>> versions) {
    List<Plugin> list = new ArrayList<>();
    for (int i = versions.size() - 1; i >= 0; i--) {
      ServingPlugin<T> plugin = versions.get(i);
      boolean serving = i == versions.size() - 1;
      list.add(
          new Plugin(
              kind, plugin.name(), plugin.bundle(), plugin.version(), serving, plugin.faults()));
    }
    return list;
  }
}
