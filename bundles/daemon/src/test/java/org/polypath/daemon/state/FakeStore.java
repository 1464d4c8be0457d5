package org.polypath.daemon.state;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.polypath.api.names.BindingsStore;
import org.polypath.api.names.StoredBindings;
import org.polypath.api.path.Wwid;

/** A store in memory, of which every node of a cluster has one view. */
final class FakeStore implements BindingsStore {
  final Map<String, Wwid> bindings = new TreeMap<>();
  Runnable beforeBinding = () -> {};

  FakeStore with(String alias, String wwid) {
    bindings.put(alias, new Wwid(wwid));
    return this;
  }

  @Override
  public StoredBindings read() {
    return new StoredBindings(bindings, Set.of("mpathc"));
  }

  @Override
  public boolean bind(String alias, Wwid wwid, Optional<String> previous) {
    beforeBinding.run();
    Optional<String> known =
        bindings.entrySet().stream()
            .filter(binding -> binding.getValue().equals(wwid))
            .map(Map.Entry::getKey)
            .findFirst();
    if (bindings.containsKey(alias) || !known.equals(previous)) {
      return false;
    }
    previous.ifPresent(bindings::remove);
    bindings.put(alias, wwid);
    return true;
  }
}
