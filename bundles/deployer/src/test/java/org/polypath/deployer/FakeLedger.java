package org.polypath.deployer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Remembers for as long as the test lasts. */
final class FakeLedger implements Ledger {
  final List<String> notes = new ArrayList<>();
  final Map<String, String> rejected = new HashMap<>();
  final Map<String, PluginJar> kept = new HashMap<>();
  String starting = "";
  boolean acceptsAll;

  @Override
  public void starts(String digest) {
    starting = digest;
  }

  @Override
  public void started() {
    starting = "";
  }

  @Override
  public void note(String file, String decision, String because) {
    notes.add(file + " " + decision + ": " + because);
  }

  @Override
  public void established(PluginJar jar, Optional<Hosted> previous, String because) {
    note(jar.file(), "serving", jar.version() + " " + because);
  }

  @Override
  public void reject(String digest, String because) {
    rejected.put(digest, because);
  }

  @Override
  public Optional<String> rejection(String digest) {
    return Optional.ofNullable(rejected.get(digest));
  }

  @Override
  public boolean isAccepted(String digest) {
    return acceptsAll;
  }

  @Override
  public Optional<PluginJar> serving(String file) {
    return Optional.ofNullable(kept.get(file));
  }

  @Override
  public void removed(String file, Optional<Hosted> served) {
    note(file, "removed", "");
  }
}
