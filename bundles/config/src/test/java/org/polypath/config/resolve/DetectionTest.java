package org.polypath.config.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.TargetPortGroupSupport;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.Configuration;
import org.polypath.api.settings.Failback;
import org.polypath.api.settings.MapSettings;
import org.polypath.api.settings.NoPathRetry;
import org.polypath.api.settings.Origin;
import org.polypath.api.settings.PathSettings;
import org.polypath.config.Configurations;
import org.polypath.config.PathExamples;

class DetectionTest {
  private static final Wwid WWID = new Wwid(PathExamples.SCSI_DEBUG_WWID);
  private static final List<PathFacts> ASYMMETRIC =
      List.of(PathExamples.scsiDebug("sda").build(), PathExamples.scsiDebug("sdc").build());
  private static final List<PathFacts> PLAIN =
      List.of(PathExamples.plain("sda", "ACME", "Disk").build());

  /** As seen in the lab with Debian's reference; the policy as its newer versions detect it. */
  @Test
  void scsiDebugGetsWhatTheReferenceGivesIt() {
    Configuration configuration =
        Configurations.of("defaults {\nuser_friendly_names yes\nfind_multipaths no\n}\n");

    PathSettings path = configuration.path(ASYMMETRIC.get(0));
    assertThat(path.prioritizer().value()).isEqualTo("alua");
    assertThat(path.prioritizer().origin().kind()).isEqualTo(Origin.Kind.DETECTED);
    assertThat(path.prioritizerArguments().value()).isEmpty();
    assertThat(path.checker().value()).isEqualTo("tur");
    assertThat(path.checkerTimeout().value()).isEqualTo(30);
    assertThat(path.checkerTimeout().origin().kind()).isEqualTo(Origin.Kind.KERNEL);

    MapSettings map = configuration.map(WWID, ASYMMETRIC);
    assertThat(map.alias()).isEmpty();
    assertThat(map.userFriendlyNames().value()).isTrue();
    assertThat(map.userFriendlyNames().origin().place()).isEqualTo(Configurations.FILE + ":2");
    assertThat(map.aliasPrefix().value()).isEqualTo("mpath");
    assertThat(map.groupingPolicy().value()).isEqualTo("group_by_prio");
    assertThat(map.groupingPolicy().origin().kind()).isEqualTo(Origin.Kind.DETECTED);
    assertThat(map.selector().value()).isEqualTo("service-time");
    assertThat(map.selectorArguments().value()).isEmpty();
    assertThat(map.failback().value()).isEqualTo(Failback.MANUAL);
    assertThat(map.noPathRetry().value()).isEqualTo(NoPathRetry.UNDEFINED);
    assertThat(map.repeatCount().value()).isEqualTo(1);
    assertThat(map.features().value()).isEmpty();
    assertThat(map.hardwareHandler().value()).containsExactly("alua");
    assertThat(map.hardwareHandler().origin().kind()).isEqualTo(Origin.Kind.DETECTED);
  }

  @Test
  void whatTheKernelKnowsIsAskedOfTheKernel() {
    PathFacts path =
        PathExamples.scsiDebug("sda")
            .handler(Optional.of("alua"), Optional.of("active/optimized"))
            .build();
    Configuration configuration = Configurations.of("");

    assertThat(configuration.path(path).prioritizer().value()).isEqualTo("sysfs");
    assertThat(configuration.map(WWID, List.of(path)).hardwareHandler().origin().kind())
        .isEqualTo(Origin.Kind.KERNEL);
  }

  @Test
  void anRdacArrayGetsItsCheckerEvenWithTargetPortGroups() {
    Configuration configuration = Configurations.of("");
    PathFacts alua = PathExamples.scsiDebug("sda").rdac(true).build();
    PathFacts plain = PLAIN.get(0).change().rdac(true).build();

    assertThat(configuration.path(alua).checker().value()).isEqualTo("rdac");
    assertThat(configuration.path(plain).checker().value()).isEqualTo("rdac");
    assertThat(configuration.path(plain).checker().origin().kind()).isEqualTo(Origin.Kind.DETECTED);
    assertThat(configuration.path(plain).prioritizer().value()).isEqualTo("const");
    assertThat(Configurations.of("defaults {\ndetect_checker no\n}\n").path(alua).checker().value())
        .isEqualTo("tur");
  }

  @Test
  void theKernelsStatesOfAnRdacArrayCountOnlyWithExplicitAccess() {
    Configuration configuration = Configurations.of("");
    PathFacts implicit =
        PathExamples.scsiDebug("sda")
            .rdac(true)
            .handler(Optional.of("alua"), Optional.of("active/optimized"))
            .build();
    PathFacts explicit =
        implicit
            .change()
            .targetPortGroup(TargetPortGroupSupport.EXPLICIT, OptionalInt.of(1))
            .build();

    assertThat(configuration.path(implicit).prioritizer().value()).isEqualTo("alua");
    assertThat(configuration.path(explicit).prioritizer().value()).isEqualTo("sysfs");
  }

  @Test
  void anNvmePathWithAnAccessStateIsRankedByIt() {
    Configuration configuration = Configurations.of("");
    PathFacts without = PathExamples.nvme("nvme0n1").build();
    PathFacts with =
        without.change().handler(Optional.empty(), Optional.of("non-optimized")).build();

    assertThat(configuration.path(with).prioritizer().value()).isEqualTo("ana");
    assertThat(configuration.path(with).prioritizer().origin().place())
        .isEqualTo("the kernel reports an ANA state");
    assertThat(configuration.path(without).prioritizer().value()).isEqualTo("const");
  }

  @Test
  void nothingIsDetectedWhereDetectionIsSwitchedOff() {
    Configuration configuration =
        Configurations.of(
            """
            defaults {
            detect_prio no
            detect_checker no
            prio emc
            path_checker directio
            path_grouping_policy multibus
            }
            """);

    assertThat(configuration.path(ASYMMETRIC.get(0)).prioritizer().value()).isEqualTo("emc");
    assertThat(configuration.path(ASYMMETRIC.get(0)).checker().value()).isEqualTo("directio");
    assertThat(configuration.map(WWID, ASYMMETRIC).groupingPolicy().value()).isEqualTo("multibus");
  }

  @Test
  void theDetectedPolicyBeatsEvenTheMapsOwn() {
    String map =
        "multipaths {\nmultipath {\nwwid " + WWID + "\npath_grouping_policy multibus\n}\n}\n";

    assertThat(Configurations.of(map).map(WWID, ASYMMETRIC).groupingPolicy().value())
        .isEqualTo("group_by_prio");
    assertThat(Configurations.of(map).map(WWID, PLAIN).groupingPolicy().value())
        .isEqualTo("multibus");
    assertThat(
            Configurations.of("defaults {\ndetect_pgpolicy no\n}\n" + map)
                .map(WWID, ASYMMETRIC)
                .groupingPolicy()
                .value())
        .isEqualTo("multibus");
    assertThat(
            Configurations.of("defaults {\ndetect_pgpolicy_use_tpg yes\n}\n" + map)
                .map(WWID, ASYMMETRIC)
                .groupingPolicy()
                .value())
        .isEqualTo("group_by_tpg");
  }

  @Test
  void aluaWithoutTargetPortGroupsFallsBack() {
    Configuration configuration =
        Configurations.of("defaults {\nprio alua\npath_grouping_policy group_by_tpg\n}\n");

    PathSettings path = configuration.path(PLAIN.get(0));
    assertThat(path.prioritizer().value()).isEqualTo("const");
    assertThat(path.prioritizer().origin().kind()).isEqualTo(Origin.Kind.FALLBACK);
    assertThat(configuration.map(WWID, PLAIN).groupingPolicy().value()).isEqualTo("failover");
  }

  @Test
  void noHandlerWithoutTargetPortGroups() {
    assertThat(Configurations.of("").map(WWID, PLAIN).hardwareHandler().value()).isEmpty();
    assertThat(Configurations.of("").map(WWID, List.of()).hardwareHandler().value()).isEmpty();
  }

  /** As seen in the lab. */
  @Test
  void aConfiguredHandlerBeatsTheDetectedOneEvenIfItIsNone() {
    String text = "devices {\ndevice {\nvendor Linux\nproduct .\nhardware_handler \"%s\"\n}\n}\n";

    assertThat(
            Configurations.of(text.formatted("0")).map(WWID, ASYMMETRIC).hardwareHandler().value())
        .isEmpty();
    assertThat(
            Configurations.of(text.formatted("1 rdac"))
                .map(WWID, ASYMMETRIC)
                .hardwareHandler()
                .value())
        .containsExactly("rdac");
  }

  @Test
  void aConfiguredHandlerHoldsWhereNoneIsAttached() {
    Configuration configuration =
        Configurations.of(
            """
            devices {
            device {
            vendor ACME
            product Disk
            hardware_handler "1 rdac"
            retain_attached_hw_handler no
            }
            }
            """);
    PathFacts attached =
        PLAIN.get(0).change().handler(Optional.of("alua"), Optional.empty()).build();

    assertThat(configuration.map(WWID, List.of(attached)).hardwareHandler().value())
        .containsExactly("rdac");
  }
}
