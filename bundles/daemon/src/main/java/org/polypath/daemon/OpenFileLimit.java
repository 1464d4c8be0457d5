package org.polypath.daemon;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.polypath.api.platform.Platform;
import org.polypath.api.process.ProcessLimits;
import org.polypath.api.settings.Limit;
import org.polypath.api.topology.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the process open as many files as the configuration says, whenever that changes. */
@Component(immediate = true, service = OpenFileLimit.class)
public final class OpenFileLimit {
  private static final Logger LOG = LoggerFactory.getLogger(OpenFileLimit.class);

  private final List<ProcessLimits> limits = new CopyOnWriteArrayList<>();
  private final Platform.Subscription subscription;
  private Optional<Limit> inForce = Optional.empty();

  /** Follows the platform's configuration. */
  @Activate
  public OpenFileLimit(@Reference Platform platform) {
    subscription = platform.subscribe(this::follow);
  }

  @Deactivate
  void close() {
    subscription.close();
  }

  private synchronized void follow(Topology topology) {
    Optional<Limit> wanted =
        topology.configuration().map(settings -> settings.daemon().openFiles().value());
    if (wanted.isPresent() && !wanted.equals(inForce)) {
      inForce = wanted;
      limits.forEach(this::apply);
    }
  }

  private void apply(ProcessLimits process) {
    inForce.ifPresent(limit -> process.openFiles(limit).forEach(LOG::warn));
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  synchronized void bindLimits(ProcessLimits process) {
    limits.add(process);
    apply(process);
  }

  void unbindLimits(ProcessLimits process) {
    limits.remove(process);
  }
}
