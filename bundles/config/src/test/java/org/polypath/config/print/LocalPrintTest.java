package org.polypath.config.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.Wwid;
import org.polypath.config.Configurations;
import org.polypath.config.PathExamples;
import org.polypath.config.ResolvedConfiguration;

/** Printed for the hardware and the maps there are. */
class LocalPrintTest {
  private static final List<PathFacts> PATHS =
      List.of(PathExamples.plain("sda", "ACME", "Disk").build());

  private final ResolvedConfiguration configuration =
      Configurations.of(
          """
          devices {
            device {
              vendor "ACME"
              product "."
            }
            device {
              vendor "OTHER"
              product "."
            }
          }
          multipaths {
            multipath {
              wwid "3600a"
              alias gold
            }
            multipath {
              wwid "3600b"
              failback 5
            }
            multipath {
              wwid "3600c"
            }
          }
          """);

  @Test
  void onlyHardwareThatIsThereIsShown() {
    assertThat(configuration.print(PATHS, Map.of()))
        .contains("vendor \"ACME\"")
        .doesNotContain("OTHER")
        .doesNotContain("multipaths {");
  }

  @Test
  void everyMapThatIsThereIsShownWithItsName() {
    Map<Wwid, String> maps =
        Map.of(new Wwid("3600a"), "gold", new Wwid("3600b"), "mpathb", new Wwid("3600d"), "mpatha");
    String printed = configuration.print(PATHS, maps);

    assertThat(printed.substring(printed.indexOf("multipaths {")).replace("\t", "  "))
        .isEqualTo(
            """
            multipaths {
              multipath {
                wwid "3600a"
                alias "gold"
              }
              multipath {
                wwid "3600b"
                failback 5
                # alias "mpathb"
              }
              multipath {
                wwid "3600d"
                # alias "mpatha"
              }
            }
            """);
  }
}
