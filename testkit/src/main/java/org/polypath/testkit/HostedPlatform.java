package org.polypath.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.polypath.api.PluginAlias;
import org.polypath.api.PluginName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The platform in an OSGi framework of its own, on a simulated array. */
final class HostedPlatform implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HostedPlatform.class);

  /** How often each path is checked. */
  static final Duration BETWEEN_CHECKS = Duration.ofSeconds(1);

  private static final String CONFIGURATION =
      """
      defaults {
        user_friendly_names yes
        find_multipaths no
        polling_interval %1$d
        max_polling_interval %1$d
        checker_timeout 2
      }
      """
          .formatted(BETWEEN_CHECKS.toSeconds());

  private final Path work;
  private final Framework framework;

  private HostedPlatform(Path work, Framework framework) {
    this.work = work;
    this.framework = framework;
  }

  /**
   * Starts it; the folder for bundles is empty.
   *
   * @param examined symbolic name of the bundle that is going to be there
   */
  static HostedPlatform start(String scenario, String examined) {
    try {
      Path work = Files.createTempDirectory("polypath-examination");
      Files.createDirectory(work.resolve("deploy"));
      Files.writeString(work.resolve("multipath.conf"), CONFIGURATION);
      Files.writeString(work.resolve("scenario"), scenario);
      Framework framework = new FrameworkFactory().newFramework(properties(work));
      HostedPlatform platform = new HostedPlatform(work, framework);
      framework.init();
      framework
          .getBundleContext()
          .registerService(
              IntConsumer.class, code -> {}, new Hashtable<>(Map.of("polypath.exit", true)));
      platform.startBundles(examined);
      return platform;
    } catch (IOException | BundleException e) {
      throw new ExaminationException("the platform does not start", e);
    }
  }

  private static Map<String, String> properties(Path work) {
    return Map.ofEntries(
        Map.entry(Constants.FRAMEWORK_STORAGE, work.resolve("framework").toString()),
        Map.entry(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE),
        Map.entry(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, ClassPathBundles.packages()),
        Map.entry("felix.service.urlhandlers", "false"),
        Map.entry("polypath.source", "simulator"),
        Map.entry("polypath.mode", "test"),
        Map.entry("polypath.scenario", work.resolve("scenario").toString()),
        Map.entry("polypath.run", work.resolve("run").toString()),
        Map.entry("polypath.config.file", work.resolve("multipath.conf").toString()),
        Map.entry("polypath.config.directory", work.resolve("conf.d").toString()),
        Map.entry("polypath.state.directory", work.resolve("state").toString()),
        Map.entry("polypath.deploy.directory", work.resolve("deploy").toString()));
  }

  private void startBundles(String examined) throws BundleException {
    List<Bundle> bundles = new ArrayList<>();
    for (URI jar : ClassPathBundles.jars(examined)) {
      bundles.add(framework.getBundleContext().installBundle("reference:" + jar));
    }
    framework.start();
    for (Bundle bundle : bundles) {
      bundle.start();
    }
  }

  BundleContext context() {
    return framework.getBundleContext();
  }

  Path deployFolder() {
    return work.resolve("deploy");
  }

  /** A service of the platform; empty while it is not there. */
  <T> Optional<T> service(Class<T> type) {
    return references(type.getName(), "").stream()
        .findFirst()
        .map(context()::getService)
        .map(type::cast);
  }

  /**
   * Services by what they are, not by what this class loader knows of them: some have interfaces of
   * their bundles' own beside.
   */
  private List<ServiceReference<?>> references(String type, String filter) {
    try {
      ServiceReference<?>[] found =
          context()
              .getAllServiceReferences(
                  type.isEmpty() ? null : type, filter.isEmpty() ? null : filter);
      return found == null ? List.of() : List.of(found);
    } catch (InvalidSyntaxException e) {
      throw new ExaminationException(filter + " is no filter", e);
    }
  }

  /** The names of all plug-ins of a kind, other names of theirs included. */
  Set<String> names(Class<?> kind) {
    return references(kind.getName(), "").stream()
        .flatMap(
            reference ->
                Stream.of(
                    reference.getProperty(PluginName.PROPERTY),
                    reference.getProperty(PluginAlias.PROPERTY)))
        .flatMap(HostedPlatform::texts)
        .collect(Collectors.toSet());
  }

  /** A property is one text, several, or not there. */
  private static Stream<String> texts(Object property) {
    return property instanceof String[] several
        ? Stream.of(several)
        : Stream.ofNullable(property).map(Object::toString);
  }

  /** A command of the shell, whoever offers it. */
  Optional<ServiceReference<?>> command(String name) {
    return references("", "(osgi.command.function=" + name + ")").stream().findFirst();
  }

  /** The services that a bundle offers. */
  <T> List<T> servicesOf(Class<T> type, String symbolicName) {
    return references(type.getName(), "").stream()
        .filter(reference -> symbolicName.equals(reference.getBundle().getSymbolicName()))
        .map(context()::getService)
        .map(type::cast)
        .toList();
  }

  @Override
  public void close() {
    try {
      framework.stop();
      framework.waitForStop(TimeUnit.SECONDS.toMillis(30));
      removeFiles();
    } catch (BundleException e) {
      throw new ExaminationException("the platform does not stop", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A file that was still being written stays in the folder of temporary files. */
  private void removeFiles() {
    try (Stream<Path> files = Files.walk(work)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.debug("files of an examination stay in {}", work, e);
    }
  }
}
