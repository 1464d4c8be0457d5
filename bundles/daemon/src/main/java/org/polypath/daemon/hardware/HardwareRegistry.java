package org.polypath.daemon.hardware;

import java.util.List;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.util.tracker.BundleTracker;
import org.polypath.api.hardware.HardwareSupport;
import org.polypath.api.platform.PluginDirectory.Plugin;

/**
 * The hardware entries of all plug-ins: of services, and of bundles that only hold a file. They
 * come and go at any time. Any thread may call.
 */
@Component(immediate = true, service = HardwareRegistry.class)
public final class HardwareRegistry {
  private final HardwareTable table = new HardwareTable();
  private final BundleTracker<Bundle> bundles;

  /** Takes in what there is, and follows what comes and goes. */
  @Activate
  public HardwareRegistry(BundleContext context) {
    bundles =
        new BundleTracker<>(context, Bundle.STARTING | Bundle.ACTIVE, new HardwareBundles(table));
    bundles.open();
  }

  @Deactivate
  void close() {
    bundles.close();
  }

  /** All of them as they are now. */
  public HardwareEntries entries() {
    return table.entries();
  }

  /** Who brought them, weak ones first. */
  public List<Plugin> plugins() {
    return table.sources().stream().map(HardwareRegistry::plugin).toList();
  }

  private static Plugin plugin(HardwareSource source) {
    return new Plugin(
        "hardware",
        source.name(),
        source.bundle(),
        source.version().toString(),
        true,
        source.findings().size());
  }

  /**
   * Tells of every change.
   *
   * @param listener called by whatever thread starts and stops bundles; returns at once
   * @return ends it when run
   */
  public Runnable watch(Runnable listener) {
    return table.watch(listener);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindHardware(HardwareSupport service, ServiceReference<HardwareSupport> reference) {
    Bundle bundle = reference.getBundle();
    int order =
        reference.getProperty(HardwareSupport.ORDER) instanceof Integer given
            ? given
            : HardwareSupport.DEFAULT_ORDER;
    table.put(
        service,
        new HardwareQuestion(
                Label.symbolicName(bundle), bundle.getVersion(), bundle.getBundleId(), order)
            .ask(service));
  }

  void unbindHardware(HardwareSupport service, Map<String, Object> properties) {
    table.remove(service);
  }
}
