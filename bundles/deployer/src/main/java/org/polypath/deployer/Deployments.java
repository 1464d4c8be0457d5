package org.polypath.deployer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides what a change of the folder means for the container. Used by one thread. */
final class Deployments {
  private static final Logger LOG = LoggerFactory.getLogger(Deployments.class);

  /** Reads and verifies a file of the folder. */
  interface Source {
    PluginJar read(String file) throws RefusedException;
  }

  private final Source source;
  private final PluginHost host;
  private final Map<String, Deployment> byFile = new TreeMap<>();

  Deployments(Source source, PluginHost host) {
    this.source = source;
    this.host = host;
  }

  /** What became of each file, by name. */
  List<Deployment> list() {
    return List.copyOf(byFile.values());
  }

  /** A file came or changed, and is complete as far as one can tell. */
  void changed(String file) {
    Deployment before = byFile.getOrDefault(file, Deployment.of(file));
    try {
      PluginJar jar = source.read(file);
      if (before.serving().map(Hosted::digest).filter(jar.digest()::equals).isPresent()) {
        byFile.put(file, before.nowServing(before.serving().get()));
      } else {
        put(jar, before);
      }
    } catch (RefusedException e) {
      byFile.put(file, before.refused(e.getMessage()));
      LOG.warn(
          "deployment refused: file: {} reason: {}{}",
          file,
          e.getMessage(),
          before.serving().map(old -> " still serving: " + old.version()).orElse(""));
    }
  }

  private void put(PluginJar jar, Deployment before) throws RefusedException {
    Optional<Deployment> rival = servingElsewhere(jar);
    refuseOlder(jar, rival);
    Optional<Hosted> ownPrevious = before.serving().filter(old -> sameBundle(old, jar));
    Optional<Hosted> previous = rival.flatMap(Deployment::serving).or(() -> ownPrevious);
    Hosted hosted = host.replace(jar, previous);
    // a file that held another plug-in before: that one goes as if its file had been deleted
    before.serving().filter(old -> !sameBundle(old, jar)).ifPresent(host::remove);
    rival.ifPresent(other -> byFile.put(other.file(), other.superseded(jar.file())));
    byFile.put(jar.file(), before.nowServing(hosted));
    LOG.info(
        "deployed: file: {} bundle: {} version: {}{}",
        jar.file(),
        jar.symbolicName(),
        jar.version(),
        previous.map(old -> " instead of: " + old.version()).orElse(""));
  }

  private Optional<Deployment> servingElsewhere(PluginJar jar) {
    return byFile.values().stream()
        .filter(other -> !other.file().equals(jar.file()) && other.serves(jar.symbolicName()))
        .findFirst();
  }

  private void refuseOlder(PluginJar jar, Optional<Deployment> rival) throws RefusedException {
    Optional<Version> deployed = rival.flatMap(Deployment::serving).map(Hosted::version);
    if (deployed.filter(version -> version.compareTo(jar.version()) > 0).isPresent()) {
      throw new RefusedException(
          jar.version() + " is older than " + deployed.get() + " of " + rival.get().file());
    }
    Optional<Version> shipped = host.shipped(jar.symbolicName());
    if (shipped.filter(version -> version.compareTo(jar.version()) > 0).isPresent()) {
      throw new RefusedException(jar.version() + " is older than the shipped " + shipped.get());
    }
  }

  private static boolean sameBundle(Hosted hosted, PluginJar jar) {
    return hosted.symbolicName().equals(jar.symbolicName());
  }

  /** A file went. */
  void removed(String file) {
    Optional<Deployment> gone = Optional.ofNullable(byFile.remove(file));
    gone.flatMap(Deployment::serving).ifPresent(hosted -> takeOut(file, hosted));
  }

  private void takeOut(String file, Hosted hosted) {
    for (Deployment other : list()) {
      if (other.supersededBy().filter(file::equals).isPresent() && bringBack(other, hosted)) {
        return;
      }
    }
    host.remove(hosted);
    LOG.info(
        "no longer deployed: file: {} bundle: {} version: {}",
        file,
        hosted.symbolicName(),
        hosted.version());
  }

  /** The file that was superseded serves again, if it still can. */
  private boolean bringBack(Deployment superseded, Hosted instead) {
    String file = superseded.file();
    try {
      PluginJar jar = source.read(file);
      if (!sameBundle(instead, jar)) {
        return false;
      }
      byFile.put(file, superseded.nowServing(host.replace(jar, Optional.of(instead))));
      LOG.info("deployed again: file: {} version: {}", file, jar.version());
      return true;
    } catch (RefusedException e) {
      byFile.put(file, Deployment.of(file).refused(e.getMessage()));
      LOG.warn("deployment refused: file: {} reason: {}", file, e.getMessage());
      return false;
    }
  }
}
