package org.polypath.deployer;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/**
 * Sees whether a started bundle can serve: every component of it has what it needs, and every
 * service of it can be had, which creates the object behind it.
 */
final class ProvingGround {
  private static final String CAUSE = "Caused by: ";
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private final BundleContext context;
  private final ServiceComponentRuntime components;
  private final Duration patience;

  /**
   * A judge.
   *
   * @param patience how long a component may wait for what it needs
   */
  ProvingGround(BundleContext context, ServiceComponentRuntime components, Duration patience) {
    this.context = context;
    this.components = components;
    this.patience = patience;
  }

  /**
   * Waits until the bundle can serve.
   *
   * @throws RefusedException it cannot, or not within the time given
   */
  void prove(Bundle bundle) throws RefusedException {
    long end = System.nanoTime() + patience.toNanos();
    Optional<String> waiting = waitingFor(bundle);
    while (waiting.isPresent()) {
      if (System.nanoTime() - end > 0) {
        throw new RefusedException(waiting.get());
      }
      pause();
      waiting = waitingFor(bundle);
    }
    takeEveryService(bundle);
    refuseFailed(bundle);
  }

  private static void pause() throws RefusedException {
    try {
      TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedException("the platform stops", e);
    }
  }

  /** What the first component that cannot serve yet lacks. */
  private Optional<String> waitingFor(Bundle bundle) throws RefusedException {
    refuseFailed(bundle);
    for (ComponentDescriptionDTO description : components.getComponentDescriptionDTOs(bundle)) {
      if (!description.defaultEnabled) {
        continue;
      }
      for (ComponentConfigurationDTO configuration : configurations(description)) {
        if (configuration.state == ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION) {
          return Optional.of("its component " + description.name + " needs a configuration");
        }
        if (configuration.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE) {
          return Optional.of(
              "its component " + description.name + " lacks " + lacks(configuration));
        }
      }
    }
    return Optional.empty();
  }

  private static String lacks(ComponentConfigurationDTO configuration) {
    StringJoiner names = new StringJoiner(", ");
    for (UnsatisfiedReferenceDTO reference : configuration.unsatisfiedReferences) {
      names.add(reference.name + (reference.target == null ? "" : " " + reference.target));
    }
    return names.toString();
  }

  private Collection<ComponentConfigurationDTO> configurations(
      ComponentDescriptionDTO description) {
    return components.getComponentConfigurationDTOs(description);
  }

  private void refuseFailed(Bundle bundle) throws RefusedException {
    for (ComponentDescriptionDTO description : components.getComponentDescriptionDTOs(bundle)) {
      for (ComponentConfigurationDTO configuration : configurations(description)) {
        if (configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
          throw new RefusedException(
              "its component "
                  + description.name
                  + " fails: "
                  + innermostCause(configuration.failure));
        }
      }
    }
  }

  /** Of a stack trace as text the last cause: what wraps it is the component runtime's own. */
  private static String innermostCause(String stackTrace) {
    if (stackTrace == null) {
      return "no reason given";
    }
    String first = stackTrace.lines().findFirst().orElse("");
    return stackTrace
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith(CAUSE))
        .reduce(first, (outer, inner) -> inner.substring(CAUSE.length()));
  }

  private void takeEveryService(Bundle bundle) throws RefusedException {
    ServiceReference<?>[] services = bundle.getRegisteredServices();
    if (services == null) {
      return;
    }
    for (ServiceReference<?> service : services) {
      if (context.getService(service) == null) {
        refuseFailed(bundle);
        throw new RefusedException("its service " + service + " cannot be created");
      }
      context.ungetService(service);
    }
  }
}
