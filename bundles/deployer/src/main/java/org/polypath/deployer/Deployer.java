package org.polypath.deployer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the container in step with the folder named by {@value #FOLDER_PROPERTY}, on a thread of
 * its own. As a Gogo command, {@code deployments} lists what became of each file.
 */
@Component(
    immediate = true,
    service = Deployer.class,
    property = {"osgi.command.scope=polypath", "osgi.command.function=deployments"})
public final class Deployer {
  /** Framework property: the folder. Empty: nothing is deployed. */
  static final String FOLDER_PROPERTY = "polypath.deploy.directory";

  private static final Logger LOG = LoggerFactory.getLogger(Deployer.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long STOP_MILLIS = 10_000;

  private final BundleContext context;
  private final Optional<DeployFolder> folder;
  private final FolderChanges changes = new FolderChanges();
  private final Deployments deployments;
  private final AtomicReference<List<Deployment>> published = new AtomicReference<>(List.of());
  private final AtomicReference<String> objection = new AtomicReference<>("");
  private final Thread thread = new Thread(this::work, "deployer");

  /** Begins to watch. */
  @Activate
  public Deployer(BundleContext context, @Reference ServiceComponentRuntime components) {
    this(context, components, PATIENCE);
  }

  Deployer(BundleContext context, ServiceComponentRuntime components, Duration patience) {
    this.context = context;
    folder =
        Optional.ofNullable(context.getProperty(FOLDER_PROPERTY))
            .filter(path -> !path.isBlank())
            .map(path -> new DeployFolder(Path.of(path)));
    BundleHost host = new BundleHost(context, new ProvingGround(context, components, patience));
    JarVerifier verifier = new JarVerifier(new ManifestRules(n -> host.shipped(n).isPresent()));
    deployments = new Deployments(file -> verifier.verify(file, read(file)), host);
    if (folder.isPresent()) {
      thread.start();
    }
  }

  private byte[] read(String file) throws RefusedException {
    return folder.orElseThrow().read(file);
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
                Stream.of(objection.get()).filter(text -> !text.isEmpty()),
                published.get().stream().map(Deployment::describe))
            .collect(Collectors.joining("\n"));
    return lines.isEmpty() ? "nothing deployed" : lines;
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
    Optional<String> refusal = folder.orElseThrow().objection();
    String line = refusal.map(why -> "folder " + folder.get().path() + ": " + why).orElse("");
    if (!line.equals(objection.getAndSet(line)) && !line.isEmpty()) {
      LOG.warn("nothing is deployed: {}", line);
    }
    if (refusal.isPresent()) {
      return false;
    }
    try {
      FolderChanges.Changes found = changes.look(folder.get().jars(), Instant.now());
      found.removed().forEach(deployments::removed);
      found.changed().forEach(deployments::changed);
      published.set(deployments.list());
      return found.unsettled();
    } catch (IOException | RuntimeException e) {
      LOG.error("looking at the deploy folder failed; the next change is looked at again", e);
      return false;
    }
  }
}
