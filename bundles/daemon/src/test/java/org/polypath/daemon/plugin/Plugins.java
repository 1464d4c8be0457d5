package org.polypath.daemon.plugin;

import java.util.Optional;

/** Plug-ins for tests: the version tells the bundle's number. */
final class Plugins {
  private Plugins() {}

  static <T> ServingPlugin<T> plugin(T service, String name, String bundle, String version) {
    return plugin(service, name, bundle, version, Optional.empty());
  }

  static <T> ServingPlugin<T> plugin(
      T service, String name, String bundle, String version, Optional<String> needs) {
    return new ServingPlugin<>(
        service,
        new PluginIdentity("checker", name, bundle, version, number(version)),
        needs.map(PluginNeeds::of).orElse(PluginNeeds.UNDECLARED));
  }

  static long number(String version) {
    return version.hashCode();
  }
}
