package org.polypath.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.polypath.lab.Guest;
import org.polypath.lab.InLab;
import org.polypath.lab.OnlyPolypath;
import org.polypath.lab.bench.Configuration;
import org.polypath.lab.bench.Daemon;
import org.polypath.lab.bench.DeviceMapper;
import org.polypath.lab.bench.MultipathTools;
import org.polypath.lab.bench.ProcessFacts;
import org.polypath.lab.bench.ScsiDebug;
import org.polypath.lab.bench.ServiceManager;

/** The daemon as a service: what the manager hears of it, and what its process is made to be. */
@InLab
class ServiceIT {
  private static final String MAP = "mpatha";
  private static final int WATCHDOG_SECONDS = 4;
  private static final String RANK = "/usr/local/sbin/rank-path";

  /** Each call replaces the facts of the one before at once. */
  private static final String WHAT_I_AM =
      """
      #!/bin/sh
      { cat /proc/$$/oom_score_adj; ps -o cls= -p $$; ps -o ni= -p $$; } > $0.$$
      mv $0.$$ $0.facts
      echo 7
      """;

  @Test
  void theServiceManagerHearsHowItIsAndItsProcessOutlastsAHostInDistress(
      Guest guest, MultipathTools tools) {
    ScsiDebug.load(guest, 2, 1);
    DeviceMapper.load(guest);
    Configuration.write(guest, Settings.defaultsWith("max_fds 5000"));
    ServiceManager manager = ServiceManager.listen(guest);
    Daemon daemon =
        Daemon.start(
            guest,
            tools,
            "ulimit -r 10; export %s; exec %s -d"
                .formatted(manager.environment(WATCHDOG_SECONDS), tools.multipathd()));
    manager.await("READY=1", 0);
    manager.await("STATUS=", 0);
    daemon.await("both paths are there", MAP, map -> map.paths().size() == 2);
    for (int sign = 0; sign < 2; sign++) {
      manager.await("WATCHDOG=1", manager.messages().size());
    }
    assertThatItLasts(new ProcessFacts(guest, daemon.pid()), tools);

    int before = manager.messages().size();
    guest.run("pkill -HUP -x multipathd");
    manager.await("RELOADING=1", before);
    manager.await("READY=1", before);
    before = manager.messages().size();
    daemon.stop();
    manager.await("STOPPING=1", before);
  }

  private static void assertThatItLasts(ProcessFacts process, MultipathTools tools) {
    assertThat(process.read("oom_score_adj")).isEqualTo("-1000");
    assertThat(process.mayOpen()).as("open files").isEqualTo(5000);
    assertThat(process.scheduling()).as("threads").containsExactly("RR 10 -");
    assertThat(process.megabytes("VmLck")).as("under the memory lock, in MB").isPositive();
    System.out.printf("lab:   %d MB resident (%s)%n", process.megabytes("VmRSS"), tools.name());
  }

  @Test
  @OnlyPolypath
  void aProgramThatItStartsIsNoMoreThanOthers(Guest guest, MultipathTools tools) {
    ScsiDebug.load(guest, 1, 1);
    DeviceMapper.load(guest);
    guest.write(RANK, WHAT_I_AM);
    guest.run("chmod +x " + RANK);
    Configuration.write(
        guest,
        Settings.defaultsWith(
            "detect_prio no", "prio \"script\"", "prio_args \"%s\"".formatted(RANK)));
    Daemon daemon =
        Daemon.start(guest, tools, "ulimit -r 10; exec %s -d".formatted(tools.multipathd()));
    daemon.await("its answer counts", MAP, map -> map.groups().get(0).priority() == 7);

    ProcessFacts process = new ProcessFacts(guest, daemon.pid());
    assertThat(process.scheduling()).containsExactly("RR 10 -");
    assertThat(process.read("oom_score_adj")).isEqualTo("-1000");
    assertThat(guest.read(RANK + ".facts").lines().map(String::strip))
        .as("out-of-memory score, scheduling class, niceness")
        .containsExactly("0", "TS", "0");
  }

  @Test
  void withoutLeaveToRunInRealTimeItIsNiceToNobody(Guest guest, MultipathTools tools) {
    ScsiDebug.load(guest, 2, 1);
    DeviceMapper.load(guest);
    Configuration.write(guest, Settings.defaultsWith());
    Daemon daemon =
        Daemon.start(guest, tools, "ulimit -r 0; exec %s -d".formatted(tools.multipathd()));
    daemon.await("both paths are there", MAP, map -> map.paths().size() == 2);

    assertThat(new ProcessFacts(guest, daemon.pid()).scheduling()).containsExactly("TS - -10");
  }
}
