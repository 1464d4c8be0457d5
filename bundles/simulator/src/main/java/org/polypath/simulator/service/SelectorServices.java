package org.polypath.simulator.service;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.polypath.api.selector.PathSelector;
import org.polypath.simulator.map.SelectorDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The path selectors that are installed; of two with one kernel name the later one serves. */
final class SelectorServices implements SelectorDirectory {
  private static final Logger LOG = LoggerFactory.getLogger(SelectorServices.class);

  private final List<PathSelector> selectors = new CopyOnWriteArrayList<>();

  void add(PathSelector selector) {
    selectors.add(0, selector);
  }

  void remove(PathSelector selector) {
    selectors.remove(selector);
  }

  @Override
  public Optional<PathSelector> find(String kernelName) {
    return selectors.stream().filter(selector -> isCalled(selector, kernelName)).findFirst();
  }

  private static boolean isCalled(PathSelector selector, String kernelName) {
    try {
      return kernelName.equals(selector.kernelName());
    } catch (RuntimeException e) {
      LOG.warn("path selector {}: failed: {}", selector.getClass().getName(), e.toString());
      return false;
    }
  }
}
