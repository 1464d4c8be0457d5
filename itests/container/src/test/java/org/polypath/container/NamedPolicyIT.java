package org.polypath.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.CommandInterpreter;
import org.polypath.api.platform.CommandResult;
import org.polypath.api.platform.Platform;
import org.polypath.api.settings.Finding;
import org.polypath.api.topology.MapSnapshot;
import org.polypath.simulator.SimulatedSan;

/**
 * A vendor's grouping policy and selector have names of their own: configured before their bundle
 * is there, with it, while it is away, and when it is back, all under I/O.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class NamedPolicyIT extends DeployedPlatform {
  private static final String NO_POLICY = "there is no path_grouping_policy \"acme_zones\" now";
  private static final String NO_SELECTOR = "there is no path_selector \"swapped\" now";

  /** The names are configured; nobody has them yet. */
  @Configuration
  public Option[] platform() throws IOException {
    return deployedPlatform(
        """
        defaults {
          user_friendly_names yes
          find_multipaths no
          polling_interval 1
          max_polling_interval 1
          detect_pgpolicy no
        }
        overrides {
          path_grouping_policy acme_zones
          path_selector "swapped 0"
        }
        """);
  }

  @Test
  public void theNamesHoldWhileTheirBundleIsThere() throws IOException {
    await("platform", () -> context().getServiceReference(Platform.class) != null);
    await("maps", () -> !topology().maps().isEmpty() && !topology().busy());
    assertTrue("as built in", all(NamedPolicyIT::isAsBuiltIn));
    assertEquals(
        List.of("invalid value for path_grouping_policy: \"acme_zones\""),
        topology().configuration().orElseThrow().findings().stream().map(Finding::text).toList());
    assertTrue(all(map -> says(map, NO_SELECTOR + "; \"service-time\" is used instead")));
    assertEquals(CommandResult.failed(NO_POLICY), regroup("acme_zones"));
    SimulatedSan san = service(SimulatedSan.class);
    san.startIo();

    copy("swapped.jar", SwappedBundle.jar("1.0.0", Behaviour.GOOD));
    await("the vendor's are in force", () -> all(NamedPolicyIT::isAsVendors));
    assertEquals(List.of(), topology().configuration().orElseThrow().findings());
    assertTrue(ask("show config").contains("\tpath_grouping_policy \"acme_zones\"\n"));
    assertTrue(ask("show topology").contains("`-+- policy='round-robin 0' prio="));
    assertTrue(
        ask("polypath \"explain " + map().name() + "\"")
            .contains("path_grouping_policy acme_zones: multipath.conf overrides section "));
    await("grouped by hand", () -> regroup("failover").succeeded() && map().groups().size() == 4);
    await("and back", () -> regroup("acme_zones").succeeded() && map().groups().size() == 1);
    assertNoHarm(san);

    emptyTheFolder();
    await("reasons say what is missing", () -> all(map -> says(map, NO_POLICY)));
    assertTrue("maps stand", all(NamedPolicyIT::isAsVendors));
    assertNoHarm(san);

    copy("swapped.jar", SwappedBundle.jar("1.0.1", Behaviour.GROUPS_OTHERWISE));
    await("the policy of the new version holds", () -> all(map -> map.groups().size() == 4));
    assertNoHarm(san);
    san.stopIo();
  }

  private CommandResult regroup(String policy) {
    return service(Platform.class)
        .submit(new Command.Regroup(map().name(), policy))
        .toCompletableFuture()
        .join();
  }

  private String ask(String line) {
    return service(CommandInterpreter.class).interpret(line, true).toCompletableFuture().join();
  }

  private MapSnapshot map() {
    return topology().maps().get(0);
  }

  private boolean all(Predicate<MapSnapshot> condition) {
    return topology().maps().stream().allMatch(condition);
  }

  private static boolean isAsBuiltIn(MapSnapshot map) {
    return map.groups().size() == 4 && selects(map, "service-time 0");
  }

  private static boolean isAsVendors(MapSnapshot map) {
    return map.groups().size() == 1 && selects(map, "round-robin 0");
  }

  private static boolean selects(MapSnapshot map, String selector) {
    return map.groups().stream().allMatch(group -> group.selector().equals(selector));
  }

  private static boolean says(MapSnapshot map, String because) {
    return map.reasons().stream().anyMatch(reason -> reason.because().equals(because));
  }
}
