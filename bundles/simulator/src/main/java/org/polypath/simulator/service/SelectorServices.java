package org.polypath.simulator.service;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.polypath.api.selector.PathSelector;
import org.polypath.api.selector.SelectorAlgorithm;
import org.polypath.simulator.map.SelectorDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The path selectors that are installed when a table is loaded. They are looked up in the registry
 * each time: a selector is there for the simulated kernel as soon as it is for anybody, and is held
 * no longer than it takes to make an algorithm. Of two with one name the one that started last
 * serves.
 */
final class SelectorServices implements SelectorDirectory {
  private static final Logger LOG = LoggerFactory.getLogger(SelectorServices.class);

  private final BundleContext context;

  SelectorServices(BundleContext context) {
    this.context = context;
  }

  @Override
  public Optional<SelectorAlgorithm> algorithm(String kernelName, List<String> groupArguments) {
    try {
      return context.getServiceReferences(PathSelector.class, null).stream()
          .sorted(Comparator.comparing(SelectorServices::identifier).reversed())
          .map(reference -> algorithm(reference, kernelName, groupArguments))
          .flatMap(Optional::stream)
          .findFirst();
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("no filter was given", e);
    }
  }

  private static long identifier(ServiceReference<PathSelector> reference) {
    return (Long) reference.getProperty("service.id");
  }

  private Optional<SelectorAlgorithm> algorithm(
      ServiceReference<PathSelector> reference, String kernelName, List<String> groupArguments) {
    Optional<PathSelector> selector = Optional.ofNullable(context.getService(reference));
    try {
      return selector
          .filter(found -> found.kernelName().equals(kernelName))
          .map(found -> found.algorithm(groupArguments));
    } catch (IllegalArgumentException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.warn("path selector: failed: kernel name: {} cause: {}", kernelName, e.toString());
      return Optional.empty();
    } finally {
      context.ungetService(reference);
    }
  }
}
