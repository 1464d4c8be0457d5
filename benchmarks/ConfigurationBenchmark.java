import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.Wwid;
import org.polypath.config.ConfigurationReader;
import org.polypath.config.ConfigurationSources;
import org.polypath.config.ResolvedConfiguration;
import org.polypath.config.names.AliasAllocation;
import org.polypath.config.names.AliasRequest;
import org.polypath.config.names.Bindings;

/**
 * How long it takes to load a great configuration and to resolve what holds for many paths: 1,000
 * hardware entries, 10,000 bindings, 10,000 paths to 10,000 disks of 500 kinds. Run by the script
 * {@code config}.
 */
public final class ConfigurationBenchmark {
  private static final int ENTRIES = 1_000;
  private static final int DISKS = 10_000;
  private static final int KINDS = 500;
  private static final int RUNS = 5;

  /** What other programs take meanwhile does not count. */
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private ConfigurationBenchmark() {}

  public static void main(String[] words) {
    String devices = devices();
    String bindings = bindings();
    List<PathFacts> paths = paths();
    List<Long> times = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      long start = CLOCK.getCurrentThreadCpuTime();
      run(devices, bindings, paths);
      times.add((CLOCK.getCurrentThreadCpuTime() - start) / 1_000_000);
    }
    System.out.printf(
        "%d hardware entries, %d bindings, %d paths: first %d ms, best %d ms of %d runs,"
            + " time of the processor (goal 2000)%n",
        ENTRIES, DISKS, DISKS, times.get(0), times.stream().min(Long::compare).get(), RUNS);
  }

  private static void run(String devices, String bindings, List<PathFacts> paths) {
    ResolvedConfiguration configuration =
        ConfigurationReader.read(ConfigurationSources.ofMain("multipath.conf", devices))
            .fold(
                accepted -> accepted.configuration(),
                refused -> {
                  throw new IllegalStateException(refused.message());
                });
    Bindings known = Bindings.parse("bindings", bindings).bindings();
    int named = 0;
    for (PathFacts path : paths) {
      Wwid wwid = configuration.wwid(path).orElseThrow().value();
      if (configuration.verdict(path).blacklisted()) {
        throw new IllegalStateException(configuration.verdict(path).rule());
      }
      configuration.path(path);
      configuration.map(wwid, List.of(path));
      named += AliasAllocation.choose(known, AliasRequest.of(wwid, "mpath")).alias().stream().count();
    }
    if (named != DISKS || known.size() != DISKS) {
      throw new IllegalStateException("names: " + named + ", bindings: " + known.size());
    }
  }

  private static String devices() {
    StringBuilder text = new StringBuilder("defaults {\n\tuser_friendly_names yes\n}\ndevices {\n");
    for (int i = 0; i < ENTRIES; i++) {
      text.append("\tdevice {\n\t\tvendor \"VENDOR").append(i % 50);
      text.append("\"\n\t\tproduct \"^(PRODUCT|SERIES) ").append(i);
      text.append("\"\n\t\tpath_grouping_policy group_by_prio\n\t\tno_path_retry ").append(i % 60);
      text.append("\n\t}\n");
    }
    return text.append("}\n").toString();
  }

  private static String bindings() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < DISKS; i++) {
      text.append("disk").append(i).append(' ').append(wwid(i)).append('\n');
    }
    return text.toString();
  }

  private static List<PathFacts> paths() {
    List<PathFacts> paths = new ArrayList<>();
    for (int i = 0; i < DISKS; i++) {
      paths.add(
          PathFacts.named("sda" + Integer.toString(i, 26), new DeviceNumber(8 + i / 256, i % 256))
              .hardware("VENDOR" + i % KINDS % 50, "PRODUCT " + i % KINDS, "1")
              .properties(Map.of("ID_SERIAL", wwid(i), "ID_WWN", "0x" + i))
              .build());
    }
    return paths;
  }

  private static String wwid(int disk) {
    return String.format("3600a%027x", disk);
  }
}
