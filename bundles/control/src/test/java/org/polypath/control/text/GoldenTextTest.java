package org.polypath.control.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.polypath.api.topology.Topology;
import org.polypath.control.Golden;
import org.polypath.control.LabTopology;

/** What is printed equals what the reference printed of the same devices, to the byte. */
class GoldenTextTest {
  private static final TopologyText DRAWING = new TopologyText(false);

  private final Topology four = LabTopology.fourHosts().build();

  @Test
  void topologyOfSeveralShapes() {
    assertThat(DRAWING.draw(MapRow.all(four))).isEqualTo(Golden.text("topology-four-hosts.txt"));
  }

  @Test
  void topologyWithWideAddressesAndManyGroups() {
    Topology topology = LabTopology.elevenHosts(8).build();
    assertThat(DRAWING.draw(MapRow.all(topology)))
        .isEqualTo(Golden.text("topology-eleven-hosts.txt"));
  }

  @Test
  void topologyWithoutChecks() {
    Topology topology = TopologyView.withoutChecks(LabTopology.elevenHosts(8).build());
    assertThat(DRAWING.draw(MapRow.all(topology))).isEqualTo(Golden.text("list-unchecked.txt"));
  }

  @Test
  void theDaemonAlignsTheColumnsOfAllMaps() {
    Topology topology = LabTopology.elevenHosts(8).change("sda", LabTopology::failed).build();
    // the group's priority is the platform's to find out, and the fixture's is that of before
    assertThat(DRAWING.drawAligned(MapRow.all(topology), PathRow.all(topology)))
        .isEqualTo(Golden.text("topology-failed-path.txt").replaceFirst("prio=0", "prio=1"));
  }

  @Test
  void columnsAreAsWideAsTheMapsOwnPathsNeed() {
    Topology topology = LabTopology.elevenHosts(8).change("sda", LabTopology::failed).build();
    assertThat(DRAWING.draw(List.of(row(topology, "mpatha"))))
        .contains("active ready  running")
        .isEqualTo(firstMap(Golden.text("topology-failed-path.txt")));
    assertThat(DRAWING.draw(List.of(row(topology, "mpathb")))).contains("active ready running");
  }

  @Test
  void pathTable() {
    assertThat(new Format<>("%i %d %D %p %t %T %o %C", PathWildcards.ALL).table(PathRow.all(four)))
        .isEqualTo(Golden.text("paths-four-hosts.txt"));
  }

  @Test
  void everyPathWildcard() {
    String format =
        "%w|%i|%d|%D|%t|%o|%T|%s|%c|%C|%p|%S|%z|%M|%m|%N|%n|%R|%r|%a|%G|%g|%0|%P|%I|%L||";
    Topology topology =
        LabTopology.elevenHosts(5).change("sdad", path -> LabTopology.checkedIn(path, 7)).build();
    assertThat(new Format<>(format, PathWildcards.ALL).table(PathRow.all(topology)))
        .isEqualTo(Golden.text("paths-every-wildcard.txt"));
  }

  @Test
  void mapTables() {
    assertThat(table("%n %d %w")).isEqualTo(Golden.text("maps.txt"));
    assertThat(table("%n %F %Q %N %t %r")).isEqualTo(Golden.text("maps-status.txt"));
    assertThat(table("%n %0 %1 %2 %3 %4")).isEqualTo(Golden.text("maps-stats.txt"));
  }

  @Test
  void everyMapWildcard() {
    String format = "%n|%w|%d|%F|%Q|%N|%r|%t|%S|%f|%x|%h|%A|%0|%1|%2|%3|%4|%s|%v|%p|%e|%G|%g|";
    Topology topology = LabTopology.elevenHosts(5).build();
    assertThat(new Format<>(format, MapWildcards.ALL).table(MapRow.all(topology)))
        .isEqualTo(Golden.text("maps-every-wildcard.txt"));
  }

  @Test
  void jsonOfAllMaps() {
    assertThat(MapsJson.ofAll(MapRow.all(four))).isEqualTo(Golden.text("maps.json"));
  }

  @Test
  void jsonOfOneMap() {
    Topology topology = LabTopology.elevenHosts(5).build();
    assertThat(MapsJson.of(row(topology, "mpatha"))).isEqualTo(Golden.text("map.json"));
  }

  @Test
  void status() {
    assertThat(StatusText.of(four)).isEqualTo(Golden.text("status.txt"));
  }

  @Test
  void wildcards() {
    String newer = "%(A  TPG|k  max_sectors_kb)\n";
    assertThat(WildcardText.all().replaceAll(newer, "")).isEqualTo(Golden.text("wildcards.txt"));
  }

  private static String firstMap(String golden) {
    return golden.substring(0, golden.indexOf("mpathb")).replaceFirst("prio=0", "prio=1");
  }

  private String table(String format) {
    return new Format<>(format, MapWildcards.ALL).table(MapRow.all(four));
  }

  private static MapRow row(Topology topology, String name) {
    return MapRow.of(topology, topology.map(name).orElseThrow());
  }
}
