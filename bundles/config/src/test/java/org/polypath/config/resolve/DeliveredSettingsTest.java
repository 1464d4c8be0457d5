package org.polypath.config.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.Transport;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.AutoResize;
import org.polypath.api.settings.DaemonSettings;
import org.polypath.api.settings.GroupPriority;
import org.polypath.api.settings.Limit;
import org.polypath.api.settings.MapSettings;
import org.polypath.api.settings.MarginalGroups;
import org.polypath.api.settings.Origin;
import org.polypath.api.settings.PathSettings;
import org.polypath.api.settings.RemovalSettings.LastPathGone;
import org.polypath.api.settings.Setting;
import org.polypath.api.settings.TransportSettings;
import org.polypath.config.Configurations;
import org.polypath.config.PathExamples;

/** What the files say reaches those who act on it, with its origin. */
class DeliveredSettingsTest {
  private static final Wwid WWID = new Wwid(PathExamples.SCSI_DEBUG_WWID);
  private static final PathFacts PATH =
      PathExamples.plain("sda", "ACME", "Disk").transport(Transport.FIBRE_CHANNEL).build();

  private static <T> Setting<T> line(int line, T value) {
    return new Setting<>(value, new Origin(Origin.Kind.DEFAULTS, Configurations.FILE + ":" + line));
  }

  private static String defaults(String lines) {
    return "defaults {\n" + lines + "}\n";
  }

  @Test
  void withoutFilesAllIsBuiltIn() {
    assertThat(Configurations.of("").daemon()).isEqualTo(DaemonSettings.BUILT_IN);
    assertThat(Configurations.of("").map(WWID, List.of(PATH))).isEqualTo(MapSettings.BUILT_IN);
    assertThat(Configurations.of("").path(PATH).transport()).isEqualTo(TransportSettings.BUILT_IN);
    assertThat(Configurations.of("").path(PATH).recheckWwid()).isEqualTo(Setting.builtIn(false));
  }

  @Test
  void pathsGetTheLimitsOfTheirTransport() {
    PathSettings settings =
        Configurations.of(
                defaults(
                    """
                    fast_io_fail_tmo off
                    dev_loss_tmo infinity
                    eh_deadline 0
                    max_retries off
                    recheck_wwid yes
                    """))
            .path(PATH);
    assertThat(settings.transport())
        .isEqualTo(
            new TransportSettings(
                line(2, Limit.OFF),
                line(3, Limit.UNLIMITED),
                line(4, Limit.of(0)),
                line(5, Limit.UNLIMITED)));
    assertThat(settings.recheckWwid()).isEqualTo(line(6, true));
  }

  @Test
  void theEntryOfATransportBeatsThatOfTheHardware() {
    String text =
        """
        devices {
        device {
        vendor ACME
        product Disk
        dev_loss_tmo 60
        fast_io_fail_tmo 7
        }
        }
        overrides {
        protocol {
        type "scsi:fcp"
        dev_loss_tmo 90
        }
        }
        """;
    TransportSettings fibre = Configurations.of(text).path(PATH).transport();
    assertThat(fibre.deviceLoss())
        .isEqualTo(
            new Setting<>(
                Limit.of(90), new Origin(Origin.Kind.PROTOCOL, Configurations.FILE + ":12")));
    assertThat(fibre.fastIoFail().value()).isEqualTo(Limit.of(7));
    PathFacts iscsi = PATH.change().transport(Transport.ISCSI).build();
    assertThat(Configurations.of(text).path(iscsi).transport().deviceLoss().value())
        .isEqualTo(Limit.of(60));
  }

  @Test
  void mapsGetHowTheyComeAndGo() {
    MapSettings settings =
        Configurations.of(
                defaults(
                    """
                    ghost_delay 12
                    skip_kpartx yes
                    max_sectors_kb 512
                    mode 0640
                    uid 0
                    gid disk
                    flush_on_last_del yes
                    deferred_remove yes
                    reservation_key 0x00ab
                    all_tg_pt yes
                    purge_disconnected yes
                    """))
            .map(WWID, List.of(PATH));
    assertThat(settings.creation().ghostDelay()).isEqualTo(line(2, 12));
    assertThat(settings.creation().skipPartitions()).isEqualTo(line(3, true));
    assertThat(settings.creation().maxSectors()).isEqualTo(line(4, Limit.of(512)));
    assertThat(settings.creation().mode()).contains(line(5, 0640));
    assertThat(settings.creation().owner()).contains(line(6, "0"));
    assertThat(settings.creation().group()).contains(line(7, "disk"));
    assertThat(settings.removal().lastPathGone()).isEqualTo(line(8, LastPathGone.FAIL_AND_REMOVE));
    assertThat(settings.removal().deferred()).isEqualTo(line(9, true));
    assertThat(settings.reservation().key()).contains(line(10, "0xab"));
    assertThat(settings.reservation().allTargetPorts()).isEqualTo(line(11, true));
    assertThat(settings.purgeDisconnected()).isEqualTo(line(12, true));
  }

  @Test
  void mapsGetHowTheirGroupsAreRankedAndRepeated() {
    MapSettings settings =
        Configurations.of(defaults("pg_prio_calc sum\nrr_weight priorities\nrr_min_io_rq 7\n"))
            .map(WWID, List.of(PATH));
    assertThat(settings.groupPriority()).isEqualTo(line(2, GroupPriority.SUM));
    assertThat(settings.repeatByPriority()).isEqualTo(line(3, true));
    assertThat(settings.repeatCount()).isEqualTo(line(4, 7));
  }

  @Test
  void theDaemonGetsItsOwn() {
    DaemonSettings settings =
        Configurations.of(
                defaults(
                    """
                    strict_timing yes
                    force_sync yes
                    log_checker_err once
                    marginal_pathgroups fpin
                    auto_resize grow_only
                    remove_retries 4
                    max_fds 8192
                    uxsock_timeout 9000
                    partition_delimiter -part
                    reassign_maps yes
                    enable_foreign nvme
                    uid_attrs "sd:ID_SERIAL"
                    retrigger_tries 9
                    retrigger_delay 8
                    missing_uev_wait_timeout 7
                    find_multipaths_timeout 6
                    """))
            .daemon();
    assertThat(settings.checks().strictTiming()).isEqualTo(line(2, true));
    assertThat(settings.checks().oneAtATime()).isEqualTo(line(3, true));
    assertThat(settings.checks().logEachFailure()).isEqualTo(line(4, false));
    assertThat(settings.marginalGroups()).isEqualTo(line(5, MarginalGroups.FPIN));
    assertThat(settings.autoResize()).isEqualTo(line(6, AutoResize.GROW_ONLY));
    assertThat(settings.removeRetries()).isEqualTo(line(7, 4));
    assertThat(settings.openFiles()).isEqualTo(line(8, Limit.of(8192)));
    assertThat(settings.commandTimeout()).isEqualTo(line(9, 9000));
    assertThat(settings.partitionDelimiter()).isEqualTo(Optional.of(line(10, "-part")));
    assertThat(settings.reassignMaps()).isEqualTo(line(11, true));
    assertThat(settings.foreign()).isEqualTo(line(12, "nvme"));
    assertThat(settings.events().merged()).isEqualTo(line(13, true));
    assertThat(settings.events().retriggerTries()).isEqualTo(line(14, 9));
    assertThat(settings.events().retriggerDelay()).isEqualTo(line(15, 8));
    assertThat(settings.events().creationTimeout()).isEqualTo(line(16, 7));
    assertThat(settings.events().findTimeout()).isEqualTo(line(17, 6));
  }
}
