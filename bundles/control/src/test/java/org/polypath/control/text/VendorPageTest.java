package org.polypath.control.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.PathFactsBuilder;
import org.polypath.api.settings.Setting;
import org.polypath.api.topology.Topology;
import org.polypath.control.FakeConfiguration;
import org.polypath.control.LabTopology;

/** Wildcards of newer releases: the largest request, and what a vendor's own page says. */
class VendorPageTest {
  @Test
  void theLargestRequestIsEachPathsAndOfAMapTheLeast() {
    Topology topology =
        with(
            new FakeConfiguration(),
            lab("sda", facts -> facts.largestRequest(1280)),
            facts -> facts.largestRequest(512));
    assertThat(paths("%k", topology)).startsWith("1280\n512\nn/a\nn/a\n");
    assertThat(maps("%n %k", topology)).startsWith("mpatha 1280\n333333330000007d1 512\n");
    assertThat(maps("%n %k", topology)).contains("disk3 n/a\n");
  }

  @Test
  void aVendorsPageIsShownWhereThatIsConfigured() {
    Topology lab = lab("sda", facts -> facts.volume(Optional.of("sql-1")));
    Topology shown = with(new VendorConfiguration(), lab, UnaryOperator.identity());
    assertThat(paths("%g", shown)).startsWith("sql-1\n[undef]\n");
    assertThat(maps("%n %g", shown)).startsWith("mpatha sql-1\n333333330000007d1 [undef]\n");
    Topology hidden = with(new FakeConfiguration(), lab, UnaryOperator.identity());
    assertThat(paths("%g", hidden)).startsWith("[undef]\n[undef]\n");
    assertThat(maps("%n %g", hidden)).startsWith("mpatha [undef]\n");
  }

  private static String paths(String format, Topology topology) {
    return new Format<>(format, PathWildcards.ALL).raw(PathRow.all(topology));
  }

  private static String maps(String format, Topology topology) {
    return new Format<>(format, MapWildcards.ALL).raw(MapRow.all(topology));
  }

  private static Topology lab(String name, UnaryOperator<PathFactsBuilder> more) {
    return LabTopology.fourHosts()
        .change(
            name, path -> LabTopology.withFacts(path, more.apply(path.facts().change()).build()))
        .build();
  }

  /** The same, with a configuration, and something more known of the second path. */
  private static Topology with(
      FakeConfiguration configuration, Topology lab, UnaryOperator<PathFactsBuilder> more) {
    return new Topology(
        lab.sequence(),
        lab.wallMillis(),
        lab.maps(),
        lab.paths().stream()
            .map(
                path ->
                    path.facts().name().equals("sdb")
                        ? LabTopology.withFacts(path, more.apply(path.facts().change()).build())
                        : path)
            .toList(),
        lab.ignored(),
        Optional.of(configuration),
        lab.busy());
  }

  /** Says that a page of HPE 3PAR is to be shown. */
  private static final class VendorConfiguration extends FakeConfiguration {
    @Override
    public Optional<Setting<String>> setting(String keyword, PathFacts path) {
      return keyword.equals("vpd_vendor")
          ? Optional.of(Setting.builtIn("hp3par"))
          : super.setting(keyword, path);
    }
  }
}
