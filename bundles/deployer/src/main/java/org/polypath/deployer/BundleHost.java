package org.polypath.deployer;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.FrameworkWiring;
import org.polypath.api.platform.PluginTrials;
import org.polypath.api.platform.PluginTrials.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Swaps bundles side by side in the OSGi framework. */
final class BundleHost implements PluginHost {
  private static final Logger LOG = LoggerFactory.getLogger(BundleHost.class);

  /** Begin of the location of every deployed bundle; all others came with the distribution. */
  private static final String LOCATION = "plugin:";

  private final BundleContext context;
  private final ProvingGround proving;
  private final BundleSteps steps;
  private final Supplier<Optional<PluginTrials>> trials;
  private long installed;

  /**
   * A host.
   *
   * @param steps runs what bundles do when they come and go
   * @param trials who compares two versions, if anybody does
   */
  BundleHost(
      BundleContext context,
      ProvingGround proving,
      BundleSteps steps,
      Supplier<Optional<PluginTrials>> trials) {
    this.context = context;
    this.proving = proving;
    this.steps = steps;
    this.trials = trials;
  }

  /**
   * Takes out what an earlier life of the container or of the deployer left, on trial or serving:
   * only what lies in the folder now is to serve.
   */
  void removeLeftovers() {
    Stream.of(context.getBundles())
        .filter(BundleHost::isDeployed)
        .forEach(
            bundle -> {
              LOG.info(
                  "left by an earlier start, taken out: bundle: {} version: {}",
                  bundle.getSymbolicName(),
                  bundle.getVersion());
              uninstall(bundle);
            });
  }

  private static boolean isDeployed(Bundle bundle) {
    return bundle.getLocation().startsWith(LOCATION);
  }

  @Override
  public Optional<Version> shipped(String symbolicName) {
    return shippedBundle(symbolicName).map(Bundle::getVersion);
  }

  private Optional<Bundle> shippedBundle(String symbolicName) {
    return Stream.of(context.getBundles())
        .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
        .filter(bundle -> !isDeployed(bundle))
        .findFirst();
  }

  @Override
  public Hosted start(PluginJar jar) throws RefusedException {
    Bundle bundle = install(jar);
    try {
      // while it starts, it cannot be taken out
      steps.run("start", bundle, () -> startAndProve(bundle), () -> takeOut(bundle));
    } catch (RefusedException e) {
      if (bundle.getState() != Bundle.STARTING) {
        uninstall(bundle);
      }
      throw e;
    }
    return new Hosted(
        jar.symbolicName(), jar.version(), jar.digest(), jar.needs(), bundle.getBundleId());
  }

  private void startAndProve(Bundle bundle) throws RefusedException {
    start(bundle);
    proving.prove(bundle);
  }

  @Override
  public boolean compares() {
    return trials.get().isPresent();
  }

  @Override
  public Verdict verdict(Hosted hosted) {
    return trials.get().map(all -> all.verdict(hosted.bundle())).orElse(PluginTrials.NOT_TRIED);
  }

  @Override
  public Verdict accept(Hosted hosted) {
    return trials.get().map(all -> all.accept(hosted.bundle())).orElse(PluginTrials.NOT_TRIED);
  }

  @Override
  public void establish(Hosted hosted, Optional<Hosted> previous) {
    previous.ifPresent(this::withdraw);
    shippedBundle(hosted.symbolicName()).ifPresent(BundleHost::setAside);
  }

  /** Whether a bundle is there, and nothing of it runs. Any thread may call. */
  boolean isStopped(Hosted hosted) {
    return Optional.ofNullable(context.getBundle(hosted.bundle()))
        .filter(bundle -> (bundle.getState() & (Bundle.INSTALLED | Bundle.RESOLVED)) != 0)
        .isPresent();
  }

  @Override
  public void withdraw(Hosted hosted) {
    Optional.ofNullable(context.getBundle(hosted.bundle())).ifPresent(this::uninstall);
  }

  private Bundle install(PluginJar jar) throws RefusedException {
    installed++;
    String location = LOCATION + jar.symbolicName() + ":" + installed;
    try {
      return context.installBundle(location, jar.content());
    } catch (BundleException e) {
      throw new RefusedException("the container does not take it: " + e.getMessage(), e);
    }
  }

  private static void start(Bundle bundle) throws RefusedException {
    try {
      bundle.start();
    } catch (BundleException e) {
      if (e.getType() == BundleException.ACTIVATOR_ERROR && e.getCause() != null) {
        throw new RefusedException("it throws on start: " + e.getCause(), e);
      }
      throw new RefusedException(ResolutionText.of(e.getMessage()), e);
    }
  }

  @Override
  public void remove(Hosted hosted) {
    shippedBundle(hosted.symbolicName()).ifPresent(BundleHost::takeBack);
    withdraw(hosted);
  }

  private static void setAside(Bundle shipped) {
    try {
      shipped.stop(Bundle.STOP_TRANSIENT);
    } catch (BundleException e) {
      LOG.warn("the shipped bundle threw on stop: name: {}", shipped.getSymbolicName(), e);
    }
  }

  private static void takeBack(Bundle shipped) {
    try {
      shipped.start(Bundle.START_TRANSIENT);
    } catch (BundleException e) {
      LOG.error("the shipped bundle does not start: name: {}", shipped.getSymbolicName(), e);
    }
  }

  /** What a bundle throws on its way out keeps nobody, nor does one that never gets done. */
  private void uninstall(Bundle bundle) {
    try {
      steps.run("stop", bundle, () -> takeOut(bundle), () -> {});
    } catch (RefusedException e) {
      warnOfStop(bundle, e);
    }
  }

  private static void warnOfStop(Bundle bundle, Exception why) {
    LOG.warn(
        "the bundle does not stop as it should: name: {} reason: {}",
        bundle.getSymbolicName(),
        why.getMessage());
  }

  private void takeOut(Bundle bundle) {
    try {
      bundle.uninstall();
    } catch (BundleException | IllegalStateException e) {
      warnOfStop(bundle, e);
    }
    // one that does not stop would hold the container up
    if (bundle.getState() == Bundle.UNINSTALLED) {
      forgetClasses(bundle);
    }
  }

  /** They go at once, unless that would restart others that still use them. */
  private void forgetClasses(Bundle bundle) {
    FrameworkWiring wiring =
        context.getBundle(Constants.SYSTEM_BUNDLE_ID).adapt(FrameworkWiring.class);
    if (wiring.getDependencyClosure(List.of(bundle)).size() == 1) {
      wiring.refreshBundles(List.of(bundle));
    }
  }
}
