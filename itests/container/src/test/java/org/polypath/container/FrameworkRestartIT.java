package org.polypath.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.polypath.container.EmbeddedPlatform.await;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.osgi.framework.BundleException;

/** The whole framework ends and comes back under I/O: maps stand, and vendors' plug-ins serve. */
public class FrameworkRestartIT {
  private static final String FILE = "swapped.jar";
  private static final String GOOD = FILE + ": serving com.acme.swapped 1.0.0";

  private RestartedPlatform platform;

  /**
   * Paths are checked by the vendor's plug-ins, maps grouped by a policy that he alone has; a
   * broken update was rolled back.
   */
  @Before
  public void theGoodVersionServesUnderIo() throws IOException, BundleException {
    platform = new RestartedPlatform(DeployedPlatform.SWAPPED.replace("multibus", "acme_zones"));
    platform.start();
    copy(SwappedBundle.jar("1.0.0", Behaviour.GOOD));
    await("the good version serves", () -> list().equals(GOOD + "; needs: none"));
    awaitRanked();
    platform.host().startIo();
    copy(SwappedBundle.jar("1.1.0", Behaviour.THROWS));
    await("the broken one is rolled back", () -> list().contains("rolled back"));
  }

  /** Ends framework and host. */
  @After
  public void end() throws BundleException, InterruptedException {
    platform.close();
  }

  private void copy(byte[] jar) {
    DeployedPlatform.copy(platform.folder(), FILE, jar);
  }

  private String list() {
    return DeployedPlatform.plugin(platform.context(), "list");
  }

  private void awaitRanked() {
    await(
        "all paths up and ranked",
        () ->
            !platform.topology().busy()
                && !platform.topology().maps().isEmpty()
                && platform.topology().paths().stream()
                    .allMatch(path -> path.priority().orElse(0) == 10));
  }

  private long bundlesOfTheVendor() {
    return Stream.of(platform.context().getBundles())
        .filter(bundle -> SwappedBundle.NAME.equals(bundle.getSymbolicName()))
        .count();
  }

  @Test
  public void whatServedServesAgainAndWhatWasRolledBackIsNotTriedAgain()
      throws IOException, BundleException, InterruptedException {
    Map<String, String> tables = platform.tables();
    List<String> states = DeployedPlatform.states(platform.topology());

    platform.stop();
    DeployedPlatform.assertNoHarm(platform.host());
    platform.start();

    await("the good version serves", () -> list().startsWith(GOOD));
    assertTrue(list(), list().contains("refused before: rolled back: swapped"));
    awaitRanked();
    assertEquals("states stand", states, DeployedPlatform.states(platform.topology()));
    assertEquals("the maps were left as they are", tables, platform.tables());
    assertEquals("no table was loaded", 0, DeployedPlatform.loads(platform.topology()));
    assertEquals("the vendor's bundle is there once", 1, bundlesOfTheVendor());
    DeployedPlatform.assertNoHarm(platform.host());
  }

  @Test
  public void whatWasCopiedMeanwhileIsComparedWithWhatServedBefore()
      throws IOException, BundleException, InterruptedException {
    List<String> states = DeployedPlatform.states(platform.topology());

    platform.stop();
    copy(SwappedBundle.jar("1.2.0", Behaviour.SAYS_DOWN));
    platform.start();

    await("what served before serves", () -> list().startsWith(GOOD));
    awaitRanked();
    await("the update is compared", () -> list().contains("rolled back: swapped says faulty"));
    assertTrue(list(), list().startsWith(GOOD));
    assertEquals("states stand", states, DeployedPlatform.states(platform.topology()));
    assertEquals("no table was loaded", 0, DeployedPlatform.loads(platform.topology()));
    DeployedPlatform.assertNoHarm(platform.host());
  }

  @Test
  public void whatWasTakenOutMeanwhileIsGoneAndReasonsSaySo()
      throws IOException, BundleException, InterruptedException {
    Map<String, String> tables = platform.tables();

    platform.stop();
    Files.delete(platform.folder().resolve(FILE));
    platform.start();

    await(
        "reasons say what is missing",
        () ->
            !platform.topology().paths().isEmpty()
                && platform.topology().paths().stream()
                    .allMatch(
                        path ->
                            path.reasons()
                                .toString()
                                .contains("there is no prioritizer \"swapped\" now")));
    await("nothing is under way", () -> !platform.topology().busy());
    assertEquals("nothing deployed", list());
    assertEquals("nothing of the vendor is left", 0, bundlesOfTheVendor());
    assertEquals("maps stand", tables.keySet(), platform.tables().keySet());
    assertFalse("paths are in the maps", platform.tables().toString().contains(" 0 0 "));
    DeployedPlatform.assertNoHarm(platform.host());
  }
}
