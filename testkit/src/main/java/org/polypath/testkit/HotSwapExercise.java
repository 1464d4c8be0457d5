package org.polypath.testkit;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.polypath.api.platform.Platform;
import org.polypath.api.topology.PathSnapshot;
import org.polypath.api.topology.Topology;

/** The bundle is updated while its maps carry I/O. */
final class HotSwapExercise implements Exercise {
  private static final int UPDATES = 3;

  @Override
  public String name() {
    return "hot swap";
  }

  @Override
  public String demand() {
    return "Later versions take over under I/O on all maps: each passes its trial beside the one"
        + " before, no path changes state or priority, no I/O fails.";
  }

  @Override
  public String carryOut(Setting setting) {
    setting.san().startIo();
    long before = setting.transfers();
    Set<String> changes = new ConcurrentSkipListSet<>();
    String version = "";
    Platform platform = setting.platform().service(Platform.class).orElseThrow();
    Platform.Subscription watch =
        platform.subscribe(topology -> look(setting.paths(), topology, changes));
    try {
      for (int update = 0; update < UPDATES; update++) {
        version = setting.deploy();
      }
      setting.awaitExpected("all as before");
    } finally {
      watch.close();
    }
    setting.assertIoFlows();
    setting.san().stopIo();
    if (!changes.isEmpty()) {
      throw new FailedException("while it was updated: " + changes);
    }
    return UPDATES
        + " updates, last to "
        + version
        + "; "
        + (setting.transfers() - before)
        + " transfers, none failed";
  }

  private static void look(Paths paths, Topology topology, Set<String> changes) {
    for (PathSnapshot path : topology.paths()) {
      paths
          .expected(path)
          .filter(expected -> !expected.isMetBy(path))
          .ifPresent(
              expected ->
                  changes.add(
                      path.facts().name() + " was " + new Expected(path.state(), path.priority())));
    }
  }
}
