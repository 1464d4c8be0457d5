package org.polypath.deployer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.polypath.api.platform.PluginTrials;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the container in step with the folder named by {@value DeployProperties#FOLDER}, on a
 * thread of its own. As a Gogo command, {@code deployments} lists what became of each file.
 */
@Component(
    immediate = true,
    service = Deployer.class,
    property = {
      "osgi.command.scope=polypath",
      "osgi.command.function=deployments",
      "polypath.command.help=deployments: what was deployed, and what became of it"
    })
public final class Deployer {
  private static final Logger LOG = LoggerFactory.getLogger(Deployer.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** A bundle has so many times that for all that it does on its start, or its stop. */
  private static final int STEP = 6;

  private static final long STOP_MILLIS = 10_000;

  private final BundleContext context;
  private final Optional<DeployFolder> folder;
  private final BundleHost host;
  private final JarVerifier verifier;
  private final StateLedger ledger;
  private final SteadyTime time = new SteadyTime(Clock.systemUTC(), System::nanoTime);
  private final FolderChanges changes = new FolderChanges();
  private final Deployments deployments;
  private final AtomicReference<Optional<PluginTrials>> trials =
      new AtomicReference<>(Optional.empty());
  private final AtomicReference<List<Deployment>> published = new AtomicReference<>(List.of());
  private final List<Runnable> waiting = new CopyOnWriteArrayList<>();
  private final Obstacle obstacle = new Obstacle(LOG::warn);
  private final Thread thread = new Thread(this::work, "deployer");

  /** Whether each jar that lay in the folder at the start serves or was refused. */
  private volatile boolean begun;

  /** Begins to watch. */
  @Activate
  public Deployer(BundleContext context, @Reference ServiceComponentRuntime components) {
    this(context, components, PATIENCE);
  }

  Deployer(BundleContext context, ServiceComponentRuntime components, Duration patience) {
    this.context = context;
    DeployProperties properties = new DeployProperties(context::getProperty);
    folder = properties.folder().map(DeployFolder::new);
    host =
        new BundleHost(
            context,
            new ProvingGround(context, components, patience),
            new BundleSteps(patience.multipliedBy(STEP)),
            trials::get);
    verifier =
        new JarVerifier(
            new ManifestRules(name -> host.shipped(name).isPresent()), properties.signatures());
    ledger =
        new StateLedger(
            properties.state(), properties.keeps(), verifier::verify, Clock.systemUTC());
    deployments = new Deployments(this::read, host, ledger, new HeldUpdates(System::nanoTime));
    host.removeLeftovers();
    if (folder.isPresent()) {
      thread.start();
    }
  }

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  void bindTrials(PluginTrials service) {
    trials.set(Optional.of(service));
  }

  void unbindTrials(PluginTrials service) {
    trials.compareAndSet(Optional.of(service), Optional.empty());
  }

  /** Whoever waits for the jars that lay in the folder at the start. */
  @Reference(
      target = "(polypath.deployed=true)",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindWaiting(Runnable service) {
    waiting.add(service);
    if (begun) {
      service.run();
    }
  }

  void unbindWaiting(Runnable service) {
    waiting.remove(service);
  }

  private PluginJar read(String file) throws RefusedException {
    PluginJar jar = verifier.verify(file, folder.orElseThrow().read(file));
    jar.signature().ifPresent(text -> LOG.info("signature: file: {} finding: {}", file, text));
    return jar;
  }

  /** Stops watching; what is deployed stays. */
  @Deactivate
  public void stop() {
    thread.interrupt();
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The Gogo command: one line for each file of the folder. */
  public String deployments() {
    String lines =
        Stream.concat(
                Stream.of(obstacle.line()).filter(text -> !text.isEmpty()),
                published.get().stream().map(this::line))
            .collect(Collectors.joining("\n"));
    return lines.isEmpty() ? "nothing deployed" : lines;
  }

  /** Any bundle can stop another: what the folder asks for is not all that there is to say then. */
  private String line(Deployment deployment) {
    boolean stopped = deployment.serving().filter(host::isStopped).isPresent();
    return deployment.list()
        + (stopped
            ? "; its bundle was stopped by somebody else: plugin remove, then plugin install"
            : "");
  }

  /** What became of each file, as of the last look. */
  List<Deployment> list() {
    return published.get();
  }

  /** Judges bytes as if they lay in the folder. */
  PluginJar verify(String file, byte[] bytes) throws RefusedException {
    return verifier.verify(file, bytes);
  }

  /** The folder, if it may be used. */
  DeployFolder folder() throws RefusedException {
    DeployFolder found =
        folder.orElseThrow(() -> new RefusedException("there is no deploy folder here"));
    Optional<String> refusal = found.objection();
    if (refusal.isPresent()) {
      throw new RefusedException("folder " + found.path() + ": " + refusal.get());
    }
    return found;
  }

  StateLedger ledger() {
    return ledger;
  }

  /** A jar is to serve whatever its trial shows. */
  void accept(PluginJar jar) {
    ledger.accept(jar.digest());
    published.get().stream()
        .flatMap(deployment -> deployment.candidate().stream())
        .filter(candidate -> candidate.hosted().digest().equals(jar.digest()))
        .forEach(candidate -> host.accept(candidate.hosted()));
  }

  private void work() {
    try (FolderWatch watch = FolderWatch.of(folder.orElseThrow().path())) {
      awaitWholeContainer(watch);
      while (!Thread.currentThread().isInterrupted()) {
        watch.await(look());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A shipped bundle that has not started yet cannot be set aside. */
  private void awaitWholeContainer(FolderWatch watch) throws InterruptedException {
    Bundle framework = context.getBundle(Constants.SYSTEM_BUNDLE_ID);
    while (framework.getState() != Bundle.ACTIVE) {
      watch.await(true);
    }
  }

  /** Brings the container in step once. True when something must be looked at again soon. */
  private boolean look() {
    Path path = folder.orElseThrow().path();
    Optional<String> refusal = folder.get().objection();
    try {
      boolean unsettled = refusal.isEmpty() && takeChanges();
      if (!unsettled) {
        begun();
      }
      boolean undecided = deployments.judge();
      published.set(deployments.list());
      obstacle.is(refusal.map(why -> "folder " + path + ": " + why).orElse(""));
      return unsettled || undecided;
    } catch (IOException | RuntimeException e) {
      boolean unheard = obstacle.is("folder " + path + ": looking at it fails: " + e);
      if (unheard && e instanceof RuntimeException) {
        LOG.error("looking at the deploy folder", e);
      }
      return false;
    }
  }

  private void begun() {
    if (!begun) {
      begun = true;
      waiting.forEach(Runnable::run);
    }
  }

  private boolean takeChanges() throws IOException {
    FolderChanges.Changes found = changes.look(folder.orElseThrow().jars(), time.now());
    found.removed().forEach(deployments::removed);
    for (String file : found.changed()) {
      deployments.changed(file);
      published.set(deployments.list());
    }
    return found.unsettled();
  }
}
