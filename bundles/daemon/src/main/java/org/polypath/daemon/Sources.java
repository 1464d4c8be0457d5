package org.polypath.daemon;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.polypath.api.PluginName;
import org.polypath.api.discovery.PathDiscovery;
import org.polypath.api.map.MapDriver;
import org.polypath.api.platform.PluginDirectory.Plugin;

/**
 * Where paths come from and what builds maps, by name. Whoever waits for a pair is told when it is
 * there.
 */
@Component(immediate = true, service = Sources.class)
public final class Sources {
  private final Offers<PathDiscovery> discoveries = new Offers<>("discovery");
  private final Offers<MapDriver> drivers = new Offers<>("driver");
  private Optional<Waiter> waiter = Optional.empty();
  private volatile Optional<Pair> taken = Optional.empty();

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

  private record Pair(PathDiscovery discovery, MapDriver driver) {}

  /** Waits for the discovery and the driver of a name. */
  synchronized void await(String name, Receiver receiver) {
    waiter = Optional.of(new Waiter(name, receiver));
    offer();
  }

  /** Those that are there, and which are in use. */
  List<Plugin> plugins() {
    Optional<Pair> used = taken;
    return Stream.concat(
            discoveries.list(used.map(Pair::discovery)).stream(),
            drivers.list(used.map(Pair::driver)).stream())
        .toList();
  }

  private void offer() {
    if (waiter.isEmpty() || taken.isPresent()) {
      return;
    }
    Waiter waiting = waiter.get();
    taken =
        discoveries
            .of(waiting.name())
            .flatMap(
                discovery -> drivers.of(waiting.name()).map(driver -> new Pair(discovery, driver)));
    taken.ifPresent(pair -> waiting.receiver().take(pair.discovery(), pair.driver()));
  }

  /** Another of its name may be there already: it is the one to go on with. */
  private void withdraw(Predicate<Pair> leaving) {
    if (taken.filter(leaving).isPresent()) {
      taken = Optional.empty();
      waiter.orElseThrow().receiver().release();
      offer();
    }
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  synchronized void bindDiscovery(PathDiscovery discovery, Map<String, Object> properties) {
    discoveries.add(name(properties), discovery);
    offer();
  }

  synchronized void unbindDiscovery(PathDiscovery discovery, Map<String, Object> properties) {
    discoveries.remove(discovery);
    withdraw(pair -> pair.discovery() == discovery);
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  synchronized void bindDriver(MapDriver driver, Map<String, Object> properties) {
    drivers.add(name(properties), driver);
    offer();
  }

  synchronized void unbindDriver(MapDriver driver, Map<String, Object> properties) {
    drivers.remove(driver);
    withdraw(pair -> pair.driver() == driver);
  }

  private static String name(Map<String, Object> properties) {
    return String.valueOf(properties.getOrDefault(PluginName.PROPERTY, ""));
  }
}
