package org.polypath.linux;

import java.util.Collection;
import org.polypath.api.discovery.DiscoveryListener;
import org.polypath.api.path.PathFacts;

/** Writes down what discovery tells. */
class RecordingListener implements DiscoveryListener {
  private final Collection<String> told;

  RecordingListener(Collection<String> told) {
    this.told = told;
  }

  @Override
  public void found(PathFacts facts) {
    told.add("found " + facts.name());
  }

  @Override
  public void lost(String name) {
    told.add("lost " + name);
  }

  @Override
  public void overflowed() {
    told.add("overflowed");
  }
}
