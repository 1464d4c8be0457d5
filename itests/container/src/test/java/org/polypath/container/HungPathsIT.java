package org.polypath.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.CoreOptions;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.polypath.api.path.PathState;
import org.polypath.api.platform.CommandInterpreter;
import org.polypath.simulator.Fault;
import org.polypath.simulator.Part;
import org.polypath.simulator.PathCounters;
import org.polypath.simulator.SimulatedSan;

/**
 * One path in twenty of 256 never answers. The others are checked as before, and whoever asks for
 * the state is answered at once. Times are printed; judged is only that nobody is forgotten.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class HungPathsIT extends EmbeddedPlatform {
  private static final int UNITS = 64;
  private static final int PORTS = 4;
  private static final int PATHS = UNITS * PORTS;
  private static final int EVERY = 20;
  private static final long OBSERVED_NANOS = TimeUnit.SECONDS.toNanos(12);
  private static final long FORGOTTEN_MILLIS = 10_000;

  private static final String EVERY_SECOND =
      """
      defaults {
        user_friendly_names yes
        find_multipaths no
        polling_interval 1
        max_polling_interval 1
        checker_timeout 30
      }
      """;

  /** One array with 64 disks over four ports. */
  @Configuration
  public Option[] platform() throws IOException {
    Path scenario = Files.createTempFile("hung", ".scenario");
    Files.writeString(scenario, scenario());
    Option[] assembled = platform(EVERY_SECOND);
    return CoreOptions.options(
        CoreOptions.composite(assembled),
        CoreOptions.frameworkProperty("polypath.scenario").value(scenario.toString()));
  }

  private static String scenario() {
    StringBuilder text =
        new StringBuilder("array great vendor=ACME product=Great revision=1 kind=active/active\n");
    StringJoiner ports = new StringJoiner(",");
    for (int port = 0; port < PORTS; port++) {
      text.append("port great P%d controller=%c\n".formatted(port, 'A' + port % 2));
      ports.add("great:P" + port);
    }
    for (int unit = 0; unit < UNITS; unit++) {
      text.append("lun great %d naa=6%031x serial=U%d size=1G\n".formatted(unit, unit + 1, unit));
    }
    return text.append("adapter host2 transport=fc sees=").append(ports).append('\n').toString();
  }

  @Test
  public void theOthersAndWhoeverAsksDoNotNotice() throws Exception {
    await(
        "all maps made, all paths up",
        () ->
            topology().paths().size() == PATHS
                && topology().maps().size() == UNITS
                && !topology().busy()
                && topology().paths().stream().allMatch(path -> path.state() == PathState.UP));
    SimulatedSan san = service(SimulatedSan.class);
    Set<String> hung = hangOneInTwenty(san);
    Observation observation = observe(san, hung);
    System.err.printf(
        "%d of %d paths hang: longest time between two checks of another %d ms (interval 1000 ms);"
            + " show topology: median %.1f ms, longest %.1f ms of %d%n",
        hung.size(),
        PATHS,
        observation.longestGapMillis(),
        observation.medianShow(),
        observation.longestShow(),
        observation.shows().size());
    assertEquals("paths that were checked", PATHS - hung.size(), observation.checked());
    assertTrue("nobody is forgotten", observation.longestGapMillis() < FORGOTTEN_MILLIS);
    assertEquals(
        "the others stay up",
        PATHS - hung.size(),
        topology().paths().stream()
            .filter(path -> !hung.contains(path.facts().name()))
            .filter(path -> path.state() == PathState.UP)
            .count());
  }

  private Set<String> hangOneInTwenty(SimulatedSan san) {
    Set<String> hung = new HashSet<>();
    for (int i = 0; i < PATHS; i += EVERY) {
      String name = topology().paths().get(i).facts().name();
      san.apply(new Fault.Hang(Part.path(name)));
      hung.add(name);
    }
    return hung;
  }

  /** What was seen while some paths hung. Show times in milliseconds, rising. */
  private record Observation(int checked, long longestGapMillis, List<Double> shows) {
    double medianShow() {
      return shows.get(shows.size() / 2);
    }

    double longestShow() {
      return shows.get(shows.size() - 1);
    }
  }

  private Observation observe(SimulatedSan san, Set<String> hung) throws Exception {
    Map<String, Long> commands = new HashMap<>();
    Map<String, Long> lastAt = new HashMap<>();
    Set<String> checked = new HashSet<>();
    List<Double> shows = new ArrayList<>();
    long longest = 0;
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < OBSERVED_NANOS) {
      shows.add(show());
      long now = System.nanoTime();
      for (PathCounters path : san.paths()) {
        Long before = commands.put(path.path(), path.commands());
        if (before == null) {
          lastAt.put(path.path(), now);
        } else if (before != path.commands() && !hung.contains(path.path())) {
          longest = Math.max(longest, now - lastAt.put(path.path(), now));
          checked.add(path.path());
        }
      }
      Thread.sleep(20);
    }
    shows.sort(null);
    return new Observation(checked.size(), TimeUnit.NANOSECONDS.toMillis(longest), shows);
  }

  private double show() throws InterruptedException, ExecutionException, TimeoutException {
    long begin = System.nanoTime();
    String text =
        service(CommandInterpreter.class)
            .interpret("show topology", false)
            .toCompletableFuture()
            .get(30, TimeUnit.SECONDS);
    assertTrue(text, text.contains("mpatha"));
    return (System.nanoTime() - begin) / 1e6;
  }
}
