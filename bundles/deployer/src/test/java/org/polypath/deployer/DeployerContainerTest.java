package org.polypath.deployer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.scr.info.ScrInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.polypath.deployer.plugins.HangingActivator;
import org.polypath.deployer.plugins.ThrowingActivator;
import org.polypath.deployer.plugins.Unbuildable;
import org.polypath.deployer.plugins.Versioned;

/** The deployer in a real container with the real component runtime. */
class DeployerContainerTest {
  private static final String NAME = "org.polypath.checker.acme";
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Shared between the test's class path and the bundles. */
  private static final String SHARED =
      "org.osgi.service.component;version=1.5.1,org.osgi.service.component.runtime;version=1.5.0,"
          + "org.osgi.service.component.runtime.dto;version=1.5.0,"
          + "org.osgi.util.promise;version=1.3.0,org.osgi.util.function;version=1.2.0";

  @TempDir Path storage;
  @TempDir Path folder;

  private Framework framework;
  private Deployer deployer;

  @BeforeEach
  void boot() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    framework =
        new FrameworkFactory()
            .newFramework(
                Map.of(
                    Constants.FRAMEWORK_STORAGE,
                    storage.resolve("cache").toString(),
                    Constants.FRAMEWORK_BSNVERSION,
                    Constants.FRAMEWORK_BSNVERSION_MULTIPLE,
                    Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                    SHARED,
                    "felix.log.level",
                    "0",
                    "ds.loglevel",
                    "0",
                    DeployProperties.STATE,
                    storage.resolve("state").toString(),
                    DeployProperties.FOLDER,
                    folder.toString()));
    framework.start();
    String scr = ScrInfo.class.getProtectionDomain().getCodeSource().getLocation().toString();
    context().installBundle("reference:" + scr).start();
  }

  private BundleContext context() {
    return framework.getBundleContext();
  }

  private void startDeployer() {
    ServiceComponentRuntime components =
        context().getService(context().getServiceReference(ServiceComponentRuntime.class));
    deployer = new Deployer(context(), components, Duration.ofSeconds(1));
  }

  @AfterEach
  void end() throws BundleException, InterruptedException {
    System.clearProperty(HangingActivator.WHERE);
    deployer.stop();
    framework.stop();
    framework.waitForStop(LIMIT.toMillis());
  }

  /** As an administrator should: copied beside, then renamed. */
  private void copy(String file, byte[] jar) throws IOException {
    Path beside = Files.write(folder.resolve(file + ".tmp"), jar);
    Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-r--r--"));
    Files.move(beside, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
  }

  private static JarBuilder good(String version) {
    return JarBuilder.bundle(NAME, version).component(Versioned.class, "");
  }

  /** What the plug-ins that can be asked now answer. */
  private List<String> answers() throws InvalidSyntaxException {
    ServiceReference<?>[] plugins =
        context().getServiceReferences(Supplier.class.getName(), "(component.name=*)");
    return Stream.ofNullable(plugins).flatMap(Stream::of).flatMap(this::ask).toList();
  }

  /** Nothing when the plug-in goes just now. */
  private Stream<String> ask(ServiceReference<?> plugin) {
    return Stream.ofNullable((Supplier<?>) context().getService(plugin))
        .map(answering -> answering.get().toString());
  }

  private void awaitAnswers(String... versions) {
    await().atMost(LIMIT).untilAsserted(() -> assertThat(answers()).containsExactly(versions));
  }

  private void awaitReport(String... parts) {
    await().atMost(LIMIT).untilAsserted(() -> assertThat(deployer.deployments()).contains(parts));
  }

  @Test
  void aJarIsInstalledUpdatedAndRemovedWithItsFile() throws IOException {
    copy("acme.jar", good("1.0.0").build());
    startDeployer();
    awaitAnswers("1.0.0");

    copy("acme.jar", good("1.1.0").build());
    awaitAnswers("1.1.0");

    Files.delete(folder.resolve("acme.jar"));
    awaitAnswers();
    awaitReport("nothing deployed");
    assertThat(context().getBundles()).extracting(Bundle::getSymbolicName).doesNotContain(NAME);
  }

  @Test
  void whoWaitsForWhatLayThereAtTheStartIsToldWhenItServes() throws IOException {
    copy("acme.jar", good("1.0.0").build());
    copy("junk.jar", "no jar".getBytes(StandardCharsets.US_ASCII));
    startDeployer();
    List<List<String>> served = new CopyOnWriteArrayList<>();
    deployer.bindWaiting(() -> served.add(answersNow()));
    await().atMost(LIMIT).until(() -> !served.isEmpty());
    assertThat(served.get(0)).containsExactly("1.0.0");
    assertThat(deployer.deployments()).contains("junk.jar: ");

    served.clear();
    deployer.bindWaiting(() -> served.add(answersNow()));
    assertThat(served).as("who comes late").containsExactly(List.of("1.0.0"));
  }

  private List<String> answersNow() {
    try {
      return answers();
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void everyBrokenUpdateIsNamedAndTheOldVersionServesOn() throws Exception {
    copy("acme.jar", good("1.0.0").build());
    startDeployer();
    awaitAnswers("1.0.0");

    byte[] next = good("1.1.0").build();
    copy("acme.jar", Arrays.copyOf(next, next.length / 2));
    awaitReport("serving " + NAME + " 1.0.0", "cut off");

    copy("acme.jar", good("1.1.0").header("Import-Package", "org.acme.absent").build());
    awaitReport("serving " + NAME + " 1.0.0", "org.acme.absent");

    copy(
        "acme.jar",
        good("1.1.0")
            .with(ThrowingActivator.class)
            .header("Bundle-Activator", ThrowingActivator.class.getName())
            .build());
    awaitReport("serving " + NAME + " 1.0.0", "throws on start", "not on this host");

    copy("acme.jar", JarBuilder.bundle(NAME, "1.1.0").component(Unbuildable.class, "").build());
    awaitReport("serving " + NAME + " 1.0.0", "no licence for this array");

    String missing = "<reference name=\"clock\" interface=\"java.time.Clock\"/>";
    copy("acme.jar", JarBuilder.bundle(NAME, "1.1.0").component(Versioned.class, missing).build());
    awaitReport("serving " + NAME + " 1.0.0", "lacks clock");

    assertThat(answers()).containsExactly("1.0.0");
    assertThat(context().getBundles())
        .filteredOn(bundle -> NAME.equals(bundle.getSymbolicName()))
        .as("no refused version stays behind")
        .hasSize(1);
  }

  @Test
  void aShippedPlugInStepsAsideForANewerOneAndComesBack() throws Exception {
    Bundle shipped =
        context().installBundle("shipped", new ByteArrayInputStream(good("1.0.0").build()));
    shipped.start();
    startDeployer();
    awaitAnswers("1.0.0");

    copy("acme.jar", good("2.0.0").build());
    awaitAnswers("2.0.0");
    await().atMost(LIMIT).until(() -> shipped.getState() == Bundle.RESOLVED);

    Files.delete(folder.resolve("acme.jar"));
    awaitAnswers("1.0.0");
  }

  private static byte[] hanging() {
    return JarBuilder.bundle("com.acme.hanging", "1.0.0")
        .with(HangingActivator.class)
        .header("Bundle-Activator", HangingActivator.class.getName())
        .build();
  }

  @Test
  void aBundleThatNeverGetsDoneWithItsStartKeepsNoOtherFromServing() throws IOException {
    System.setProperty(HangingActivator.WHERE, "start");
    copy("a.jar", hanging());
    copy("z.jar", good("1.0.0").build());
    startDeployer();
    awaitAnswers("1.0.0");
    awaitReport("a.jar: refused", "it has not got done with its start", "com.acme.hanging 1.0.0");

    copy("z.jar", good("1.1.0").build());
    awaitAnswers("1.1.0");
    Files.delete(folder.resolve("a.jar"));
    await().atMost(LIMIT).until(() -> !deployer.deployments().contains("a.jar"));

    System.clearProperty(HangingActivator.WHERE);
    awaitNoBundleCalled("com.acme.hanging");
  }

  @Test
  void aBundleThatNeverGetsDoneWithItsStopKeepsNoOtherFromServing() throws IOException {
    System.setProperty(HangingActivator.WHERE, "stop");
    copy("a.jar", hanging());
    startDeployer();
    awaitReport("a.jar: serving");
    Files.delete(folder.resolve("a.jar"));
    awaitReport("nothing deployed");

    copy("z.jar", good("1.0.0").build());
    awaitAnswers("1.0.0");

    System.clearProperty(HangingActivator.WHERE);
    awaitNoBundleCalled("com.acme.hanging");
  }

  private void awaitNoBundleCalled(String name) {
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThat(context().getBundles())
                    .extracting(Bundle::getSymbolicName)
                    .doesNotContain(name));
  }

  @Test
  void theCommandInstallsUpdatesRollsBackAndRemoves() throws IOException {
    startDeployer();
    PluginCommand command = new PluginCommand(deployer);
    String first = Files.write(storage.resolve("first.jar"), good("1.0.0").build()).toString();
    String second = Files.write(storage.resolve("second.jar"), good("1.1.0").build()).toString();

    assertThat(command.plugin("help")).startsWith("usage: plugin list\n");
    assertThat(command.plugin("verify", first)).startsWith(NAME + " 1.0.0");
    assertThat(command.plugin("install", first)).isEqualTo("first.jar: serving " + NAME + " 1.0.0");
    assertThat(command.plugin("update", second)).isEqualTo("first.jar: serving " + NAME + " 1.1.0");
    awaitAnswers("1.1.0");
    assertThat(command.plugin("rollback", NAME)).contains("serving " + NAME + " 1.0.0");
    awaitAnswers("1.0.0");
    assertThat(command.plugin("history", NAME))
        .contains(NAME + " 1.1.0 instead of 1.0.0")
        .contains(NAME + " 1.0.0 instead of 1.1.0");
    assertThat(command.plugin("remove", NAME)).isEqualTo("first.jar: removed");
    awaitAnswers();
    assertThatThrownBy(() -> command.plugin("update", second))
        .hasMessageContaining("is not deployed");
  }

  @Test
  void aBundleThatAnotherOneStoppedIsNotSaidToServe() throws Exception {
    copy("acme.jar", good("1.0.0").build());
    startDeployer();
    awaitReport("serving " + NAME + " 1.0.0");
    assertThat(deployer.deployments()).doesNotContain("stopped");
    for (Bundle bundle : context().getBundles()) {
      if (NAME.equals(bundle.getSymbolicName())) {
        bundle.stop();
      }
    }
    assertThat(deployer.deployments())
        .contains("its bundle was stopped by somebody else: plugin remove, then plugin install");
  }

  @Test
  void theCommandTakesNoOtherBundlesFile() throws Exception {
    startDeployer();
    PluginCommand command = new PluginCommand(deployer);
    byte[] other = JarBuilder.bundle("com.other", "2.0.0").build();
    Path first = Files.createDirectory(storage.resolve("first")).resolve("plugin.jar");
    Path second = Files.createDirectory(storage.resolve("second")).resolve("plugin.jar");
    command.plugin("install", Files.write(first, good("1.0.0").build()).toString());

    assertThatThrownBy(() -> command.plugin("install", Files.write(second, other).toString()))
        .hasMessage(
            "plugin.jar: serving "
                + NAME
                + " 1.0.0; com.other needs another file name: rename it, or plugin remove "
                + NAME);
    assertThat(answers()).containsExactly("1.0.0");
    assertThatThrownBy(() -> command.plugin("install", storage.resolve(".a.jar").toString()))
        .hasMessageContaining("no such file");
    Path hidden = Files.write(storage.resolve(".a.jar"), other);
    assertThatThrownBy(() -> command.plugin("install", hidden.toString()))
        .hasMessage(".a.jar: the name must end in .jar and not begin with a dot");
  }

  @Test
  void whatServedBeforeAnUpdateThatIsNoGoodServesAfterARestartToo() throws IOException {
    copy("acme.jar", good("1.0.0").build());
    startDeployer();
    awaitAnswers("1.0.0");
    byte[] next = good("1.1.0").build();
    copy("acme.jar", Arrays.copyOf(next, next.length / 2));
    awaitReport("serving " + NAME + " 1.0.0", "cut off");
    deployer.stop();
    for (Bundle bundle : context().getBundles()) {
      if (NAME.equals(bundle.getSymbolicName())) {
        assertThatCode(bundle::uninstall).doesNotThrowAnyException();
      }
    }

    startDeployer();

    awaitReport("serving " + NAME + " 1.0.0", "cut off");
  }

  @Test
  void whatAnEarlierStartLeftInTheContainerDoesNotServe() throws IOException {
    copy("acme.jar", good("1.0.0").build());
    startDeployer();
    awaitAnswers("1.0.0");
    deployer.stop();
    awaitAnswers("1.0.0");
    copy("acme.jar", good("1.1.0").build());

    startDeployer();
    awaitAnswers("1.1.0");
    deployer.stop();
    Files.delete(folder.resolve("acme.jar"));

    startDeployer();
    awaitAnswers();
  }

  @Test
  void anUpdateForANewerPlatformIsNamedAsSuch() throws IOException {
    copy("acme.jar", good("1.0.0").build());
    startDeployer();
    awaitAnswers("1.0.0");
    copy(
        "acme.jar",
        good("1.1.0")
            .header("Import-Package", "org.polypath.api.checker;version=\"[9,10)\"")
            .build());
    awaitReport("serving " + NAME + " 1.0.0", "another Polypath", "org.polypath.api.checker 9.0.0");
    assertThatCode(() -> awaitAnswers("1.0.0")).doesNotThrowAnyException();
  }

  @Test
  void aFolderThatOthersCanWriteIsNotTakenFrom() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    copy("acme.jar", good("1.0.0").build());
    startDeployer();

    awaitReport("others than its owner can write it");
  }
}
