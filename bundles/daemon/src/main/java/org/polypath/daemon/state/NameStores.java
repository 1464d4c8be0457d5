package org.polypath.daemon.state;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.polypath.api.names.BindingsStore;
import org.polypath.api.platform.PluginDirectory.Plugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stores of generated names that plug-ins bring; where there is none the file serves. Any
 * thread may call.
 */
@Component(immediate = true, service = NameStores.class)
public final class NameStores {
  private static final Logger LOG = LoggerFactory.getLogger(NameStores.class);

  /** As {@link BindingsStore} promises. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** The strongest is the last: references compare by ranking. */
  private final ConcurrentSkipListMap<ServiceReference<BindingsStore>, ForeignBindings> stores =
      new ConcurrentSkipListMap<>();

  /** Starts empty. */
  @Activate
  public NameStores() {}

  /** The store that serves; empty: the file does. */
  Optional<BindingsStore> strongest() {
    return Optional.ofNullable(stores.lastEntry()).map(Map.Entry::getValue);
  }

  /** Those that are there, the one that serves first. */
  public List<Plugin> plugins() {
    Optional<ServiceReference<BindingsStore>> serving =
        Optional.ofNullable(stores.lastEntry()).map(Map.Entry::getKey);
    return stores.descendingKeySet().stream()
        .map(store -> plugin(store.getBundle(), serving.filter(store::equals).isPresent()))
        .toList();
  }

  private static Plugin plugin(Bundle bundle, boolean serving) {
    String name = bundle.getSymbolicName();
    return new Plugin("bindings", name, name, bundle.getVersion().toString(), serving, 0);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindStore(BindingsStore store, ServiceReference<BindingsStore> reference) {
    Bundle bundle = reference.getBundle();
    String label =
        "the bindings store of bundle " + bundle.getSymbolicName() + " " + bundle.getVersion();
    stores.put(reference, new ForeignBindings(label, store, PATIENCE));
    LOG.info("{} has come", label);
  }

  void unbindStore(BindingsStore store, ServiceReference<BindingsStore> reference) {
    Optional.ofNullable(stores.remove(reference)).ifPresent(ForeignBindings::close);
  }

  @Deactivate
  void close() {
    stores.values().forEach(ForeignBindings::close);
  }
}
