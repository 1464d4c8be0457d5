package org.polypath.deployer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Version;
import org.polypath.api.platform.PluginTrials.State;
import org.polypath.api.platform.PluginTrials.Verdict;

/** Keeps the names of what runs and of what serves. */
final class FakeHost implements PluginHost {
  final List<String> started = new ArrayList<>();
  final List<String> serving = new ArrayList<>();
  final Map<String, Version> shipped = new HashMap<>();
  final Map<String, String> needs = new HashMap<>();
  Runnable onStart = () -> {};
  Optional<String> refuse = Optional.empty();
  Verdict verdict = new Verdict(State.ACCEPTED, "");
  boolean compares;
  int replacements;

  private static String name(Hosted hosted) {
    return hosted.symbolicName() + " " + hosted.version();
  }

  @Override
  public Optional<Version> shipped(String symbolicName) {
    return Optional.ofNullable(shipped.get(symbolicName));
  }

  @Override
  public Hosted start(PluginJar jar) throws RefusedException {
    onStart.run();
    if (refuse.isPresent()) {
      throw new RefusedException(refuse.get());
    }
    Optional<String> need = Optional.ofNullable(needs.get(jar.symbolicName()));
    if (need.isPresent() && serving.stream().noneMatch(name -> name.startsWith(need.get()))) {
      throw new RefusedException("lacks " + need.get());
    }
    Hosted hosted =
        new Hosted(jar.symbolicName(), jar.version(), jar.digest(), jar.needs(), replacements);
    started.add(name(hosted));
    return hosted;
  }

  @Override
  public boolean compares() {
    return compares;
  }

  @Override
  public Verdict verdict(Hosted hosted) {
    return verdict;
  }

  @Override
  public Verdict accept(Hosted hosted) {
    verdict = new Verdict(State.ACCEPTED, "by hand");
    return verdict;
  }

  @Override
  public void establish(Hosted hosted, Optional<Hosted> previous) {
    replacements++;
    previous.ifPresent(this::remove);
    serving.add(name(hosted));
  }

  @Override
  public void withdraw(Hosted hosted) {
    started.remove(name(hosted));
  }

  @Override
  public void remove(Hosted hosted) {
    started.remove(name(hosted));
    serving.remove(name(hosted));
  }
}
