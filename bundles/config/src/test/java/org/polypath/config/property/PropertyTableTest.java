package org.polypath.config.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PropertyTableTest {
  /** The keywords of multipath-tools 0.14.3, which its manual page lists by section. */
  private static final Map<Section, String> KEYWORDS =
      Map.of(
          Section.DEFAULTS,
          """
            alias_prefix all_tg_pt allow_usb_devices auto_resize bindings_file checker
            checker_timeout config_dir deferred_remove delay_wait_checks delay_watch_checks
            detect_checker detect_pgpolicy detect_pgpolicy_use_tpg detect_prio dev_loss_tmo
            disable_changed_wwids eh_deadline enable_foreign failback fast_io_fail_tmo
            features find_multipaths find_multipaths_timeout flush_on_last_del force_sync
            getuid_callout ghost_delay gid log_checker_err marginal_path_double_failed_time
            marginal_path_err_rate_threshold marginal_path_err_recheck_gap_time
            marginal_path_err_sample_time marginal_pathgroups max_fds max_polling_interval
            max_retries max_sectors_kb missing_uev_wait_timeout mode multipath_dir
            no_path_retry partition_delimiter path_checker path_grouping_policy
            path_selector pg_timeout polling_interval prio prio_args prkeys_file
            purge_disconnected queue_without_daemon reassign_maps recheck_wwid
            remove_retries reservation_key retain_attached_hw_handler retrigger_delay
            retrigger_tries rr_min_io rr_min_io_rq rr_weight san_path_err_forget_rate
            san_path_err_recovery_time san_path_err_threshold skip_kpartx strict_timing uid
            uid_attribute uid_attrs user_friendly_names uxsock_timeout verbosity wwids_file
            """,
          Section.DEVICE,
          """
            alias_prefix all_tg_pt checker deferred_remove delay_wait_checks
            delay_watch_checks detect_checker detect_pgpolicy detect_pgpolicy_use_tpg
            detect_prio dev_loss_tmo eh_deadline failback fast_io_fail_tmo features
            flush_on_last_del getuid_callout ghost_delay hardware_handler
            marginal_path_double_failed_time marginal_path_err_rate_threshold
            marginal_path_err_recheck_gap_time marginal_path_err_sample_time max_sectors_kb
            no_path_retry path_checker path_grouping_policy path_selector pg_timeout prio
            prio_args product product_blacklist purge_disconnected recheck_wwid
            retain_attached_hw_handler revision rr_min_io rr_min_io_rq rr_weight
            san_path_err_forget_rate san_path_err_recovery_time san_path_err_threshold
            skip_kpartx uid_attribute user_friendly_names vendor vpd_vendor
            """,
          Section.OVERRIDES,
          """
            alias_prefix all_tg_pt checker deferred_remove delay_wait_checks
            delay_watch_checks detect_checker detect_pgpolicy detect_pgpolicy_use_tpg
            detect_prio dev_loss_tmo eh_deadline failback fast_io_fail_tmo features
            flush_on_last_del getuid_callout ghost_delay marginal_path_double_failed_time
            marginal_path_err_rate_threshold marginal_path_err_recheck_gap_time
            marginal_path_err_sample_time max_sectors_kb no_path_retry path_checker
            path_grouping_policy path_selector prio prio_args purge_disconnected
            recheck_wwid retain_attached_hw_handler rr_min_io rr_min_io_rq rr_weight
            san_path_err_forget_rate san_path_err_recovery_time san_path_err_threshold
            skip_kpartx uid_attribute user_friendly_names
            """,
          Section.PROTOCOL,
          """
            dev_loss_tmo eh_deadline fast_io_fail_tmo type
            """,
          Section.MULTIPATH,
          """
            alias deferred_remove delay_wait_checks delay_watch_checks failback features
            flush_on_last_del ghost_delay gid marginal_path_double_failed_time
            marginal_path_err_rate_threshold marginal_path_err_recheck_gap_time
            marginal_path_err_sample_time max_sectors_kb mode no_path_retry
            path_grouping_policy path_selector pg_timeout prio prio_args purge_disconnected
            reservation_key rr_min_io rr_min_io_rq rr_weight san_path_err_forget_rate
            san_path_err_recovery_time san_path_err_threshold skip_kpartx uid
            user_friendly_names wwid
            """,
          Section.BLACKLIST,
          """
            devnode property protocol wwid
            """);

  @Test
  void everyKeywordOfTheReferenceIsKnownInItsSections() {
    KEYWORDS.forEach(
        (section, words) ->
            assertThat(words.strip().split("\\s+", -1))
                .as(section.name())
                .allSatisfy(
                    word -> assertThat(PropertyTable.find(section, word)).as(word).isPresent()));
  }

  @Test
  void noKeywordIsWhereTheReferenceDoesNotTakeIt() {
    KEYWORDS.forEach(
        (section, words) ->
            assertThat(
                    PropertyTable.current(section).stream()
                        .map(Property::keyword)
                        .filter(word -> !word.equals("pg_prio_calc")))
                .as(section.name())
                .isSubsetOf(words.strip().split("\\s+", -1)));
  }

  @Test
  void everyPropertyStandsSomewhereAndIsDocumented() {
    for (Property<?> property : PropertyTable.all()) {
      assertThat(property.sections()).as(property.keyword()).isNotEmpty();
      assertThat(property.documentation()).as(property.keyword()).endsWith(".");
      assertThat(property.type().wanted()).as(property.keyword()).isNotEmpty();
    }
  }

  @Test
  void everyConstantIsInTheTable() throws IllegalAccessException {
    Set<Property<?>> declared = new HashSet<>();
    for (Class<?> group :
        Stream.of(
                DaemonProperties.class,
                MapProperties.class,
                PathProperties.class,
                ShakyPathProperties.class,
                EntryProperties.class,
                RuleProperties.class,
                StateFileProperties.class)
            .collect(Collectors.toList())) {
      for (var field : group.getDeclaredFields()) {
        if (field.getType() == Property.class) {
          declared.add((Property<?>) field.get(null));
        }
      }
    }
    assertThat(PropertyTable.all()).containsAll(declared).doesNotHaveDuplicates();
  }

  @Test
  void aBuiltInValueReadsBackAsItIsWritten() {
    PropertyTable.all().forEach(PropertyTableTest::readsBack);
  }

  private static <T> void readsBack(Property<T> property) {
    property
        .builtIn()
        .ifPresent(
            value -> {
              String written = property.type().write(value);
              String text =
                  written.startsWith("\"") ? written.substring(1, written.length() - 1) : written;
              assertThat(property.read(text).value()).as(property.keyword()).contains(value);
            });
  }
}
