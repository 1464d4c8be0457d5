package org.polypath.daemon;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Whoever started the daemon as a service and wants to know how it is ({@code sd_notify(3)}). */
@Component(immediate = true, service = ServiceManager.class)
public final class ServiceManager {
  private final List<Consumer<String>> ways = new CopyOnWriteArrayList<>();

  /** Nobody wants to know yet. */
  @Activate
  public ServiceManager() {}

  /** Tells lines such as {@code READY=1}. Any thread may call; it never waits. */
  void tell(String... lines) {
    String text = String.join("\n", lines);
    ways.forEach(way -> way.accept(text));
  }

  @Reference(
      target = "(polypath.servicemanager=true)",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindWay(Consumer<String> way) {
    ways.add(way);
  }

  void unbindWay(Consumer<String> way) {
    ways.remove(way);
  }
}
