package org.polypath.daemon;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.polypath.api.PluginName;
import org.polypath.api.discovery.PathDiscovery;
import org.polypath.api.map.MapDriver;

/**
 * Where paths come from and what builds maps, by name. Whoever waits for a pair is told when it is
 * there.
 */
@Component(immediate = true, service = Sources.class)
public final class Sources {
  private final Map<String, PathDiscovery> discoveries = new ConcurrentHashMap<>();
  private final Map<String, MapDriver> drivers = new ConcurrentHashMap<>();
  private Optional<Waiter> waiter = Optional.empty();
  private boolean taken;

  /** Starts empty. */
  @Activate
  public Sources() {}

  /** Told when both are there, and when one of them leaves. */
  interface Receiver {
    /** Both are there. */
    void take(PathDiscovery discovery, MapDriver driver);

    /** One of them leaves; they may come back. */
    void release();
  }

  private record Waiter(String name, Receiver receiver) {}

  /** Waits for the discovery and the driver of a name. */
  synchronized void await(String name, Receiver receiver) {
    waiter = Optional.of(new Waiter(name, receiver));
    offer();
  }

  private synchronized void offer() {
    if (waiter.isEmpty()) {
      return;
    }
    Waiter waiting = waiter.get();
    PathDiscovery discovery = discoveries.get(waiting.name());
    MapDriver driver = drivers.get(waiting.name());
    if (!taken && discovery != null && driver != null) {
      taken = true;
      waiting.receiver().take(discovery, driver);
    }
  }

  private synchronized void withdraw(String name) {
    if (taken && waiter.filter(waiting -> waiting.name().equals(name)).isPresent()) {
      taken = false;
      waiter.get().receiver().release();
    }
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindDiscovery(PathDiscovery discovery, Map<String, Object> properties) {
    discoveries.put(name(properties), discovery);
    offer();
  }

  void unbindDiscovery(PathDiscovery discovery, Map<String, Object> properties) {
    if (discoveries.remove(name(properties), discovery)) {
      withdraw(name(properties));
    }
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindDriver(MapDriver driver, Map<String, Object> properties) {
    drivers.put(name(properties), driver);
    offer();
  }

  void unbindDriver(MapDriver driver, Map<String, Object> properties) {
    if (drivers.remove(name(properties), driver)) {
      withdraw(name(properties));
    }
  }

  private static String name(Map<String, Object> properties) {
    return String.valueOf(properties.getOrDefault(PluginName.PROPERTY, ""));
  }
}
