package org.polypath.config.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.Finding;
import org.polypath.api.settings.Finding.Severity;
import org.polypath.api.settings.MapSettings;
import org.polypath.api.settings.PathSettings;
import org.polypath.api.settings.Setting;
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
            "/etc/multipath.conf:10: ignoring deprecated option \"pg_timeout\";"
                + " checker_timeout bounds every command");
    assertThat(findings)
        .filteredOn(finding -> finding.severity() == Severity.NOTE)
        .extracting(Finding::message)
        .contains(
            "/etc/multipath.conf:6: old keyword default_getuid_callout;"
                + " read as uid_attribute \"\": the device itself is asked, VPD page 0x83",
            "/etc/multipath.conf:20: old keyword prio_callout; read as prio \"hds\"",
            "/etc/multipath.conf:7: old keyword default_prio_callout; read as prio \"const\"",
            "/etc/multipath.conf:25: old keyword prio_callout; read as prio \"script\"",
            "/etc/multipath.conf:25: old keyword prio_callout;"
                + " read as prio_args \"/opt/acme/prio %n\"");
  }

  @Test
  void aNumberForKernelsOfLongAgoIsSaidToDoNothing() {
    ResolvedConfiguration configuration = Configurations.of("defaults {\nrr_min_io 100\n}\n");

    assertThat(configuration.map(new Wwid("3600"), List.of(PATH)).repeatCount())
        .isEqualTo(Setting.builtIn(1));
    assertThat(configuration.findings())
        .extracting(Finding::severity, Finding::message)
        .containsExactly(
            tuple(
                Severity.NOTE,
                "/etc/multipath.conf:2: rr_min_io is for old kernels;"
                    + " rr_min_io_rq holds since 2.6.31"));
  }

  @ParameterizedTest
  @CsvSource({
    "/sbin/mpath_prio_alua /dev/%n, alua",
    "mpath_prio_emc /dev/%n, emc",
    "/sbin/mpath_prio_hp_sw /dev/%n, hp_sw",
    "/sbin/mpath_prio_netapp /dev/%n, ontap",
    "/sbin/mpath_prio_random %d, random",
    "/sbin/mpath_prio_rdac /dev/%n, rdac",
    "/sbin/mpath_prio_balance_units %n, const",
    "/sbin/mpath_prio_tpc %n, file",
    "/sbin/pp_alua %d, alua",
    "/bin/true, const"
  })
  void programsForPrioritiesAreThePlugInsOfToday(String command, String prioritizer) {
    String text = "devices {\ndevice {\nvendor ACME\nproduct D\nprio_callout \"%s\"\n}\n}\n";
    ResolvedConfiguration configuration = Configurations.of(text.formatted(command));
    PathFacts alua = PathExamples.scsiDebug("sda").hardware("ACME", "Disk", "").build();
    String off = "defaults {\ndetect_prio no\n}\n" + text.formatted(command);
    assertThat(Configurations.of(off).path(alua).prioritizer().value()).isEqualTo(prioritizer);
    assertThat(configuration.findings()).extracting(Finding::severity).containsOnly(Severity.NOTE);
  }

  @Test
  void somebodysOwnProgramForPrioritiesIsStillRun() {
    PathFacts other = PATH.change().hardware("Other", "Disk", "").build();
    PathSettings settings = Configurations.of(OLD_FILE).path(other);
    assertThat(settings.prioritizer().value()).isEqualTo("script");
    assertThat(settings.prioritizerArguments().value()).isEqualTo("/opt/acme/prio %n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sbin/scsi_id -g -u -s /block/%n",
        "/sbin/scsi_id -g -u -d /dev/%n",
        "/lib/udev/scsi_id --whitelisted --replace-whitespace --device=/dev/%n",
        "/lib/udev/scsi_id --page=0x83 --whitelisted --device=/dev/%n"
      })
  void theProgramForTheWwidMeansThatTheDeviceIsAsked(String command) {
    Wwid asked = new Wwid("3600acee0");
    PathFacts path =
        PATH.change()
            .pageIdentifier(Optional.of(asked))
            .properties(Map.of("ID_SERIAL", "of_another_kind"))
            .build();
    for (String keyword : List.of("getuid", "getuid_callout", "default_getuid_callout")) {
      String text = "defaults {\n" + keyword + " \"" + command + "\"\n}\n";
      assertThat(Configurations.of(text).wwid(path).map(Setting::value)).contains(asked);
    }
  }

  @Test
  void filesThatAreKeptElsewhereStayThere() {
    ResolvedConfiguration configuration =
        Configurations.of("defaults {\nbindings_file /var/lib/b\nwwids_file \"/var/lib/w w\"\n}\n");

    assertThat(configuration.bindingsFile()).contains(Path.of("/var/lib/b"));
    assertThat(configuration.wwidsFile()).contains(Path.of("/var/lib/w w"));
    assertThat(configuration.findings())
        .extracting(Finding::message)
        .containsExactly(
            "/etc/multipath.conf:2: old keyword bindings_file;"
                + " /var/lib/b is used, not /etc/multipath/bindings",
            "/etc/multipath.conf:3: old keyword wwids_file;"
                + " /var/lib/w w is used, not /etc/multipath/wwids");
    assertThat(Configurations.of(configuration.print()).wwidsFile())
        .contains(Path.of("/var/lib/w w"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"names", "\"\"", "/"})
  void aNameThatCannotBeAFilesLeavesItWhereItIs(String name) {
    ResolvedConfiguration configuration =
        Configurations.of("defaults {\nbindings_file " + name + "\n}\n");

    assertThat(configuration.bindingsFile()).isEmpty();
    assertThat(configuration.findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
  }

  @Test
  void aProgramForAnotherIdentityIsSaidToDoNothing() {
    String text = "defaults {\ngetuid_callout \"/sbin/scsi_id -g -p 0x80 -s /block/%n\"\n}\n";
    assertThat(Configurations.of(text).findings())
        .extracting(Finding::message)
        .containsExactly(
            "/etc/multipath.conf:2: ignoring deprecated option \"getuid_callout\";"
                + " the WWID comes from uid_attribute");
  }
}
