package org.polypath.daemon;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polypath.config.PluginContributions;
import org.polypath.daemon.hardware.HardwareEntries;
import org.polypath.daemon.hardware.HardwareRegistry;
import org.polypath.daemon.plugin.PluginRegistry;

/** What plug-ins bring to the configuration, and when that changes. Any thread may call. */
@Component(immediate = true, service = Contributions.class)
public final class Contributions {
  private final HardwareRegistry hardware;
  private final PluginRegistry plugins;
  private final DeployedAtStart deployed;

  /** Of these. */
  @Activate
  public Contributions(
      @Reference HardwareRegistry hardware,
      @Reference PluginRegistry plugins,
      @Reference DeployedAtStart deployed) {
    this.hardware = hardware;
    this.plugins = plugins;
    this.deployed = deployed;
  }

  /** As it is now. At the start this waits for what lies in the deploy folder. */
  PluginContributions now() {
    deployed.await();
    HardwareEntries entries = hardware.entries();
    return new PluginContributions(entries.texts(), plugins.knownPolicies(), entries.findings());
  }

  /**
   * Tells when it changed, when another grouping policy or selector serves than before, and when a
   * checker or prioritizer comes that was missed.
   *
   * @param listener called by whatever thread starts and stops bundles; returns at once
   * @return ends it when run
   */
  Runnable watch(Runnable listener) {
    Runnable ofHardware = hardware.watch(listener);
    Runnable ofPlugins = plugins.watch(listener);
    return () -> {
      ofHardware.run();
      ofPlugins.run();
    };
  }
}
