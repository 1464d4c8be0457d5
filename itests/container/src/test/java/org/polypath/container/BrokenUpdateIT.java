package org.polypath.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.CoreOptions;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.polypath.api.platform.Platform;
import org.polypath.api.platform.PluginDirectory;
import org.polypath.simulator.SimulatedSan;

/** Whatever is wrong with an update: the version before serves, no path and no I/O notices. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class BrokenUpdateIT extends DeployedPlatform {
  private static final String FILE = "swapped.jar";
  private static final String SERVING = FILE + ": serving com.acme.swapped 1.0.0";

  /** The vendor's plug-ins for all paths; signatures are looked at. */
  @Configuration
  public Option[] platform() throws IOException {
    return deployedPlatform(
        SWAPPED, CoreOptions.frameworkProperty("polypath.deploy.signatures").value("warn"));
  }

  @Before
  public void theGoodVersionServesUnderIo() {
    await(
        "deployer",
        () -> context().getServiceReference("org.polypath.deployer.PluginCommand") != null);
    copy(FILE, SwappedBundle.jar("1.0.0", Behaviour.GOOD));
    await("nothing else", () -> plugin("list").equals(SERVING + "; needs: none"));
    awaitMapsUp();
    service(SimulatedSan.class).startIo();
  }

  private void assertNotTaken(byte[] update, String... reason) {
    SimulatedSan san = service(SimulatedSan.class);
    try (Watched watched = new Watched(service(Platform.class))) {
      copy(FILE, update);
      await(
          "update refused or rolled back because of " + List.of(reason),
          () -> Arrays.stream(reason).allMatch(plugin("list")::contains));
      assertTrue(plugin("list"), plugin("list").contains("serving com.acme.swapped 1.0.0"));
      assertTrue(plugin("history", FILE), plugin("history", FILE).contains(reason[0]));
      assertNoHarm(san);
      assertEquals("no path and no map notices", Set.of(), watched.changes());
    }
    assertEquals(
        "only the good version is there",
        List.of("1.0.0"),
        Arrays.stream(context().getBundles())
            .filter(bundle -> SwappedBundle.NAME.equals(bundle.getSymbolicName()))
            .map(Bundle::getVersion)
            .map(Object::toString)
            .toList());
  }

  @Test
  public void oneThatThrows() {
    assertNotTaken(
        SwappedBundle.jar("1.1.0", Behaviour.THROWS), "rolled back", "not on this array");
  }

  @Test
  public void oneThatHangs() {
    assertNotTaken(SwappedBundle.jar("1.1.0", Behaviour.HANGS), "rolled back", "did not answer");
  }

  @Test
  public void oneThatBlocksItsThreads() {
    assertNotTaken(
        SwappedBundle.jar("1.1.0", Behaviour.BLOCKS),
        "rolled back",
        "swapped (com.acme.swapped 1.1.0)");
    await(
        "its threads are given back",
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().contains("com.acme.swapped 1.1.0")));
  }

  @Test
  public void oneThatSaysThatAllPathsAreDown() {
    assertNotTaken(
        SwappedBundle.jar("1.1.0", Behaviour.SAYS_DOWN),
        "rolled back",
        "says faulty of sda where com.acme.swapped 1.0.0 says ready; 24 paths in all");
  }

  @Test
  public void oneThatRanksOtherwise() {
    assertNotTaken(
        SwappedBundle.jar("1.1.0", Behaviour.RANKS_OTHERWISE),
        "rolled back",
        "says priority 3 of sda where com.acme.swapped 1.0.0 says priority 10");
  }

  @Test
  public void oneThatGroupsOtherwise() {
    assertNotTaken(
        SwappedBundle.jar("1.1.0", Behaviour.GROUPS_OTHERWISE),
        "rolled back",
        " | ",
        "6 maps in all");
  }

  @Test
  public void oneThatSelectsOtherwise() {
    assertNotTaken(
        SwappedBundle.jar("1.1.0", Behaviour.SELECTS_OTHERWISE),
        "rolled back",
        "says round-robin",
        "6 maps in all");
  }

  @Test
  public void oneThatLeaksThreads() {
    assertNotTaken(SwappedBundle.jar("1.1.0", Behaviour.LEAKS), "rolled back", "leaks");
  }

  @Test
  public void oneThatDoesNotResolve() {
    assertNotTaken(
        SwappedBundle.jar("1.1.0", Behaviour.GOOD, "0.1\",org.acme.absent;version=\"1"),
        "refused",
        "org.acme.absent");
  }

  @Test
  public void oneForANewerApi() {
    assertNotTaken(
        SwappedBundle.jar("1.1.0", Behaviour.GOOD, "[9,10)"),
        "refused",
        "org.polypath.api.checker 9.0.0");
  }

  @Test
  public void oneWhoseSignatureDoesNotFit() throws IOException {
    assertNotTaken(
        TamperedJar.of(SwappedBundle.jar("1.1.0", Behaviour.GOOD)), "refused", "signature");
  }

  @Test
  public void afterABrokenOneAGoodOneServesAndCanBeTakenBack() {
    byte[] update = SwappedBundle.jar("1.2.0", Behaviour.GOOD);
    assertNotTaken(SwappedBundle.jar("1.1.0", Behaviour.LEAKS), "rolled back", "leaks");
    copy(FILE, update);
    awaitServing("1.2.0");
    assertTrue(
        service(PluginDirectory.class).plugins().stream()
            .filter(plugin -> plugin.bundle().equals(SwappedBundle.NAME))
            .allMatch(plugin -> plugin.serving() && plugin.version().equals("1.2.0")));
    assertEquals(SERVING, plugin("rollback", SwappedBundle.NAME));
  }
}
