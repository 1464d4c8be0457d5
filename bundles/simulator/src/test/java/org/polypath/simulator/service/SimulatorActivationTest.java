package org.polypath.simulator.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.api.PluginName;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.PathDevice;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.discovery.DiscoveryListener;
import org.polypath.api.discovery.PathDiscovery;
import org.polypath.api.map.MapDriver;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MapOutcome;
import org.polypath.api.map.MultipathTable;
import org.polypath.api.map.UdevHints;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.Wwid;
import org.polypath.api.selector.PathSelector;
import org.polypath.api.selector.SelectorAlgorithm;
import org.polypath.simulator.Fault;
import org.polypath.simulator.Part;
import org.polypath.simulator.SimulatedSan;

/** The simulator as the platform gets it: services, real threads, real time. */
class SimulatorActivationTest {
  private static final Wwid WWID = new Wwid("3600acee0000000000000000000000001");
  private static final Duration LONG = Duration.ofSeconds(60);

  private final FakeBundleContext framework = new FakeBundleContext();
  private final SimulatorActivation activation = new SimulatorActivation();

  @AfterEach
  void deactivate() {
    activation.deactivate();
    assertThat(framework.services).isEmpty();
  }

  private void activate(String source) {
    framework.properties.put("polypath.source", source);
    activation.activate(framework.context());
  }

  private <T> T service(Class<T> type) {
    return type.cast(framework.services.get(type.getName()));
  }

  private static <T> T join(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }

  @Test
  void nothingHappensOnARealHost() {
    activate("linux");
    assertThat(framework.services).isEmpty();
  }

  @Test
  void servicesAreRegisteredUnderTheirNames() {
    activate("simulator");
    assertThat(framework.services).hasSize(4);
    assertThat(property(PathDiscovery.class, PluginName.PROPERTY)).isEqualTo("simulator");
    assertThat(property(MapDriver.class, PluginName.PROPERTY)).isEqualTo("simulator");
    assertThat(property(SanCommand.class, "osgi.command.scope")).isEqualTo("polypath");
    assertThat(property(SanCommand.class, "osgi.command.function")).isEqualTo("san");
    assertThat(property(SanCommand.class, "polypath.command.help")).asString().startsWith("san ");
  }

  private Object property(Class<?> type, String name) {
    return framework.serviceProperties.get(type.getName()).get(name);
  }

  @Test
  void scenarioOfOnesOwnIsUsed(@TempDir Path folder) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("own.scenario"),
            """
            array own vendor=V product=P revision=1 kind=active/active
            port own P controller=C
            lun own 0 naa=60000000000000000000000000000001 serial=S size=1M
            adapter host1 transport=iscsi sees=own:P
            """);
    framework.properties.put(SimulatorActivation.SCENARIO, file.toString());
    activate("simulator");
    assertThat(service(PathDiscovery.class).scan()).hasSize(1);
  }

  @Test
  void brokenScenarioStartsNothing(@TempDir Path folder) {
    framework.properties.put(SimulatorActivation.SCENARIO, folder.resolve("missing").toString());
    activate("simulator");
    assertThat(framework.services).isEmpty();
  }

  @Test
  void ioSurvivesACutAndAnswersComeOnAnotherThread() {
    framework.others.add(new FirstPath());
    activate("simulator");
    MapDriver driver = service(MapDriver.class);
    AtomicReference<String> changed = new AtomicReference<>("");
    driver.watch(changed::set);
    assertThat(join(driver.perform(WWID, create("map")))).isEqualTo(new MapOutcome.Done());
    SimulatedSan san = service(SimulatedSan.class);
    san.startIo("map");
    await().atMost(LONG).until(() -> san.maps().get(0).writes() > 3);
    san.apply(new Fault.Cut(Part.path("sda")));
    await()
        .atMost(LONG)
        .until(
            () ->
                join(driver.read("map"))
                    .orElseThrow()
                    .status()
                    .groups()
                    .get(0)
                    .paths()
                    .get(0)
                    .failed());
    long writes = san.maps().get(0).writes();
    await().atMost(LONG).until(() -> san.maps().get(0).writes() > writes + 3);
    assertThat(san.maps().get(0).errors()).isZero();
    assertThat(changed.get()).isEqualTo("map");
    san.stopIo();
    await().atMost(LONG).until(() -> join(driver.read()).maps().get(0).openCount() == 0);
    assertThat(join(driver.perform(WWID, new MapOperation.Remove("map", false))))
        .isEqualTo(new MapOutcome.Done());
  }

  @Test
  void hungPathKeepsNobodyElseWaiting() {
    activate("simulator");
    PathDiscovery discovery = service(PathDiscovery.class);
    service(SimulatedSan.class).apply(new Fault.Hang(Part.path("sda")));
    var hung = send(discovery, "sda").toCompletableFuture();
    assertThat(join(send(discovery, "sdb"))).isInstanceOf(ScsiOutcome.Answered.class);
    assertThat(hung).isNotDone();
  }

  @Test
  void stoppedSimulatorStillAnswersWhoHoldsADevice() {
    activate("simulator");
    PathDiscovery discovery = service(PathDiscovery.class);
    MapDriver driver = service(MapDriver.class);
    PathDevice device = discovery.device(discovery.scan().get(0));
    var watch = discovery.watch(new NoListener());
    activation.deactivate();
    assertThat(join(device.send(new ScsiCommand(Bytes.of(0, 0, 0, 0, 0, 0), 0, LONG))))
        .isInstanceOf(ScsiOutcome.NotSent.class);
    assertThat(join(driver.perform(WWID, create("map")))).isInstanceOf(MapOutcome.Refused.class);
    assertThat(driver.read().toCompletableFuture()).isCompletedExceptionally();
    watch.close();
  }

  private static CompletionStage<ScsiOutcome> send(PathDiscovery discovery, String path) {
    PathDevice device = discovery.device(discovery.look(path).orElseThrow());
    return device.send(new ScsiCommand(Bytes.of(0, 0, 0, 0, 0, 0), 0, LONG));
  }

  private static MapOperation.Create create(String name) {
    return new MapOperation.Create(
        name,
        MultipathTable.parse(1 << 20, "0 0 1 1 first 0 2 0 8:0 8:192").orElseThrow(),
        false,
        UdevHints.NONE);
  }

  private static final class NoListener implements DiscoveryListener {
    @Override
    public void found(PathFacts facts) {
      // not asked
    }

    @Override
    public void lost(String name) {
      // not asked
    }

    @Override
    public void overflowed() {
      // not asked
    }
  }

  /** A vendor's selector. */
  private static final class FirstPath implements PathSelector {
    @Override
    public String kernelName() {
      return "first";
    }

    @Override
    public SelectorAlgorithm algorithm(List<String> groupArguments) {
      return (paths, request) -> 0;
    }
  }
}
