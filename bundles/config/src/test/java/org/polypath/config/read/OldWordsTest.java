package org.polypath.config.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.Finding;
import org.polypath.api.settings.Finding.Severity;
import org.polypath.api.settings.MapSettings;
import org.polypath.config.Configurations;
import org.polypath.config.PathExamples;
import org.polypath.config.ResolvedConfiguration;

/** Files of long ago mean what they meant, where that can still be. */
class OldWordsTest {
  private static final PathFacts PATH = PathExamples.plain("sda", "ACME", "Disk").build();

  /** In the style of multipath-tools 0.4.2. */
  private static final String OLD_FILE =
      """
      defaults {
      	multipath_tool	"/sbin/multipath -v 0 -S"
      	udev_dir	/dev
      	default_selector	"round-robin 0"
      	default_path_grouping_policy	multibus
      	default_getuid_callout	"/sbin/scsi_id -g -u -s /block/%n"
      	default_prio_callout	"/bin/true"
      	default_features	"0"
      	rr_min_io	100
      	pg_timeout	none
      }
      devnode_blacklist {
      	devnode "^sdz"
      }
      devices {
      	device {
      		vendor "ACME"
      		product "Disk"
      		selector "queue-length 0"
      		prio_callout "/sbin/mpath_prio_hds_modular /dev/%n"
      	}
      	device {
      		vendor "Other"
      		product ".*"
      		prio_callout "/opt/acme/prio %n"
      	}
      }
      """;

  @Test
  void oldWordsAreReadAsThoseOfToday() {
    ResolvedConfiguration configuration = Configurations.of(OLD_FILE);

    MapSettings map = configuration.map(new Wwid("3600"), List.of(PATH));
    assertThat(map.groupingPolicy().value()).isEqualTo("multibus");
    assertThat(map.groupingPolicy().origin().place()).isEqualTo(Configurations.FILE + ":5");
    assertThat(map.selector().value()).isEqualTo("queue-length");
    assertThat(configuration.path(PATH).prioritizer().value()).isEqualTo("hds");
    PathFacts unknown = PATH.change().hardware("Unknown", "Disk", "").build();
    assertThat(configuration.path(unknown).prioritizer().value()).isEqualTo("const");
    PathFacts listed = PathExamples.plain("sdz", "ACME", "Disk").build();
    assertThat(configuration.verdict(listed).blacklisted()).isTrue();
  }

  @Test
  void whatCannotBeDoneAnyMoreIsSaid() {
    List<Finding> findings = Configurations.of(OLD_FILE).findings();

    assertThat(findings)
        .filteredOn(finding -> finding.severity() == Severity.WARNING)
        .extracting(Finding::message)
        .containsExactly(
            "/etc/multipath.conf:2: ignoring deprecated option \"multipath_tool\";"
                + " the daemon makes maps itself",
            "/etc/multipath.conf:3: ignoring deprecated option \"udev_dir\";"
                + " device nodes are in /dev",
            "/etc/multipath.conf:6: ignoring deprecated option \"getuid_callout\";"
                + " the WWID comes from uid_attribute",
            "/etc/multipath.conf:10: ignoring deprecated option \"pg_timeout\";"
                + " checker_timeout bounds every command",
            "/etc/multipath.conf:25: ignoring deprecated option \"prio_callout\";"
                + " no program is run for priorities: write prio NAME");
    assertThat(findings)
        .filteredOn(finding -> finding.severity() == Severity.NOTE)
        .extracting(Finding::message)
        .contains(
            "/etc/multipath.conf:20: old keyword prio_callout; read as prio \"hds\"",
            "/etc/multipath.conf:7: old keyword default_prio_callout; read as prio \"const\"");
  }
}
