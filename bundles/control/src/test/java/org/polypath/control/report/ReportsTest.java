package org.polypath.control.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polypath.api.topology.PathSnapshot;
import org.polypath.api.topology.Reason;
import org.polypath.api.topology.Topology;
import org.polypath.control.FakePlugins;
import org.polypath.control.LabTopology;

class ReportsTest {
  private static final Topology WELL = LabTopology.fourHosts().build();

  @Test
  void whatIsWellIsSaidInAFewWords() {
    Reports reports = new Reports("1.2.3", List::of);
    assertThat(reports.answer(WELL, "status"))
        .contains("Polypath 1.2.3: 4 maps, 16 paths\n\nall is well\n");
  }

  @Test
  void whatIsNotWellComesWithWhatToDo() {
    Topology topology = withFailed("sda", "sde");
    String status = answer(topology, "status");
    assertThat(status.lines())
        .contains(
            "not well",
            "  warning   mpatha  2 usable paths of 4",
            "                    do: polypath explain mpatha",
            "  warning   sda     faulty",
            "  warning   acme    prioritizer of com.acme.\"prio\" 2.1.0 failed 3 times",
            "  3 maps, 14 paths");
  }

  @Test
  void theWorstComesFirst() {
    Topology topology = withFailed("sda", "sde", "sdi", "sdm");
    assertThat(answer(topology, "status").lines().skip(3).findFirst())
        .contains("  critical  mpatha  no usable path: its I/O fails");
  }

  @Test
  void theLastUsablePathIsSpokenOf() {
    assertThat(answer(withFailed("sda", "sde", "sdi"), "status"))
        .contains("one usable path of 4: the next fault stops its I/O");
  }

  @Test
  void aScreenHoldsNoMoreThanItCan() {
    List<String> all =
        List.of(
            "sda", "sdb", "sdc", "sdd", "sde", "sdf", "sdg", "sdh", "sdi", "sdj", "sdk", "sdl",
            "sdm", "sdn", "sdo", "sdp");
    String status = answer(withFailed(all.toArray(String[]::new)), "status");
    assertThat(status.lines().count()).isLessThan(40);
    assertThat(status).contains(" more: polypath status --json\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sda", "/dev/sda", "8:0"})
  void aPathIsExplainedByItsReasons(String name) {
    Topology topology =
        new Topology(1, 0, WELL.maps(), reasoned(), List.of(), Optional.empty(), false);
    assertThat(answer(topology, "explain " + name))
        .startsWith("path sda (8:0), of map mpatha, WWID 333333330000007d0\n")
        .contains("  active in the kernel; checker tur: ready\n")
        .contains("  prioritizer alua: 50\n")
        .contains("  next check in 8 s, every 8 s\ndecided\n")
        .containsPattern(
            "\\d\\d:\\d\\d:\\d\\d  path state undef -> ready\n      because: tur checker\n");
  }

  @Test
  void aMapIsExplainedByItsSettings() {
    assertThat(answer(WELL, "explain disk3"))
        .startsWith("map disk3 (333333330000007d2), dm-2\n")
        .contains("  no_path_retry 4: multipath internal\n")
        .contains("  failback manual: multipath internal\n")
        .endsWith("nothing was decided about it yet\n");
  }

  @Test
  void aDeviceThatIsLeftAloneSaysWhy() {
    PathSnapshot ignored = LabTopology.orphan(WELL.paths().get(0));
    Topology topology =
        new Topology(1, 0, List.of(), List.of(), List.of(ignored), Optional.empty(), false);
    assertThat(answer(topology, "explain sda")).contains("  left alone: ");
  }

  @Test
  void whatNobodyKnowsIsNotAnswered() {
    assertThat(reports().answer(WELL, "explain nosuch")).isEmpty();
    assertThat(reports().answer(WELL, "explain")).isEmpty();
    assertThat(reports().answer(WELL, "bogus")).isEmpty();
    assertThat(reports().answer(WELL, "")).isEmpty();
  }

  @Test
  void theScreenToWatchIsStatusAndTopology() {
    assertThat(answer(WELL, "watch"))
        .isEqualTo(answer(WELL, "status") + "\n" + answer(WELL, "topology"));
  }

  @Test
  void allThereIsToKnowIsJson() {
    String json = answer(WELL, "topology --json");
    assertThat(json)
        .startsWith("{\n  \"format\": 1,\n  \"version\": \"1.2.3\",\n")
        .contains("\"address\": {\n      \"host\": 0,")
        .contains("\"next_check_seconds\": 8")
        .contains("\"bytes\": 8388608")
        .contains("\"bundle\": \"com.acme.\\\"prio\\\"\"")
        .contains("\"version\": \"2.1.0\"");
    assertThat(JsonCheck.isValid(json)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"status --json", "explain sda --json", "explain mpatha --json", "watch --json"})
  void everyReportIsThereAsJson(String request) {
    assertThat(JsonCheck.isValid(answer(withFailed("sda"), request))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"topology --json", "status --json"})
  void everyMemberIsDocumented(String request) throws IOException {
    String documentation = Files.readString(Path.of("JSON.md"));
    List<String> members =
        Pattern.compile("\"(\\w+)\": ")
            .matcher(answer(withFailed("sda"), request))
            .results()
            .map(member -> "`" + member.group(1) + "`")
            .distinct()
            .toList();
    assertThat(members).hasSizeGreaterThan(8).allMatch(documentation::contains);
  }

  private static Topology withFailed(String... names) {
    LabTopology lab = LabTopology.fourHosts();
    for (String name : names) {
      lab.change(name, LabTopology::failed);
    }
    return lab.build();
  }

  private static List<PathSnapshot> reasoned() {
    Reason reason = new Reason(0, "path state undef -> ready", "tur checker");
    return List.of(LabTopology.withReasons(WELL.paths().get(0), List.of(reason)));
  }

  private static String answer(Topology topology, String request) {
    return reports().answer(topology, request).orElseThrow();
  }

  private static Reports reports() {
    return new Reports("1.2.3", new FakePlugins());
  }
}
