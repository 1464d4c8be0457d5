package org.polypath.daemon;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.polypath.api.platform.PluginDirectory.Plugin;

/**
 * The services of one kind that are there, by name; of several of one name the one that came last
 * serves. Any thread may call.
 *
 * @param <T> the services
 */
final class Offers<T> {
  private final String kind;
  private final List<Offer<T>> offers = new CopyOnWriteArrayList<>();

  private record Offer<T>(String name, T service) {}

  Offers(String kind) {
    this.kind = kind;
  }

  void add(String name, T service) {
    offers.add(new Offer<>(name, service));
  }

  void remove(T service) {
    offers.removeIf(offer -> offer.service() == service);
  }

  /** The one of a name. */
  Optional<T> of(String name) {
    return offers.stream()
        .filter(offer -> offer.name().equals(name))
        .map(Offer::service)
        .reduce((earlier, later) -> later);
  }

  /**
   * For the directory of plug-ins.
   *
   * @param used the one in use
   */
  List<Plugin> list(Optional<T> used) {
    return offers.stream()
        .map(offer -> plugin(offer, used.filter(it -> it == offer.service()).isPresent()))
        .toList();
  }

  private Plugin plugin(Offer<T> offer, boolean serving) {
    // the launcher's own services are of no bundle
    Optional<Bundle> bundle =
        Optional.ofNullable(FrameworkUtil.getBundle(offer.service().getClass()));
    return new Plugin(
        kind,
        offer.name(),
        bundle.map(Bundle::getSymbolicName).orElse(""),
        bundle.map(found -> found.getVersion().toString()).orElse(""),
        serving,
        0);
  }
}
