package org.polypath.vendors;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where our entries, those of 0.14.3, are not those of Debian's 0.9.4, and why.
 *
 * <p>Entries that came after 0.9.4 are not listed: there is nothing to compare them with.
 */
final class KnownDifferences {
  /** Our name for an entry that had other expressions. */
  static final Map<String, String> RENAMED =
      Map.of(
          // NVMe devices are matched by the start of the one vendor that the kernel knows
          "NVM[eE] .*", "^NVME .*",
          "NVM[eE] Huawei-XSG1", "NVME Huawei-XSG1",
          "NVMe FlashSystem", "NVME FlashSystem",
          ".* dellemc-powerstore", "NVME dellemc-powerstore",
          // one more model
          "(HP|HPE) MSA [12]0[456]0 (SAN|SAS|FC|iSCSI)",
              "(HP|HPE) MSA [12]0[4567]0 (SAN|SAS|FC|iSCSI)",
          // more who sell it
          "HUAWEI XSG1", "^(HUAWEI|AnyStor|Marstor|NETPOSA|SanM|SUGON|UDsafe) XSG1");

  /** Keywords that no entry sets any more: the kernel attaches the handler itself. */
  static final Set<String> GONE = Set.of("hardware_handler");

  /** Old words for the same value. */
  static final Map<String, String> OLD_VALUES = Map.of("flush_on_last_del yes", "always");

  private record Difference(String hardware, String reason, List<String> keywords) {}

  private static final List<Difference> ALL =
      List.of(
          new Difference(
              "(HITACHI|HP|HPE) ^OPEN-",
              "storage systems of today prefer paths, which multibus would ignore",
              List.of("path_grouping_policy", "failback", "no_path_retry")),
          new Difference(
              "IBM S/390 DASD ECKD",
              "the expression left alone is that of the entry itself",
              List.of("product_blacklist")),
          new Difference(
              "IBM S/390 DASD FBA",
              "the expression left alone is that of the entry itself",
              List.of("product_blacklist")),
          new Difference(
              "(LIO-ORG|SUSE) .*",
              "a target whose backing store fails answers TEST UNIT READY all the same",
              List.of("path_checker", "detect_checker")),
          new Difference(
              "PURE FlashArray",
              "priorities come from the array alone; requests of the size it takes best",
              List.of("detect_prio", "max_sectors_kb")),
          new Difference(
              "NFINIDAT InfiniBox",
              "the maker's settings of today; those for old kernels' selectors are gone",
              List.of(
                  "detect_prio",
                  "dev_loss_tmo",
                  "failback",
                  "no_path_retry",
                  "path_selector",
                  "rr_min_io",
                  "rr_min_io_rq",
                  "rr_weight")),
          new Difference(
              "AStor NeoSapphire",
              "two controllers of today prefer paths, which multibus would ignore",
              List.of("path_grouping_policy", "failback")),
          new Difference(
              "NVME Huawei-XSG1",
              "the kernel watches NVMe paths: no checker, as for all of them",
              List.of("path_checker")));

  private KnownDifferences() {}

  /** The keywords in which an entry may differ. */
  static Set<String> of(String hardware) {
    Set<String> keywords = new HashSet<>(GONE);
    ALL.stream()
        .filter(difference -> difference.hardware().equals(hardware))
        .forEach(difference -> keywords.addAll(difference.keywords()));
    return keywords;
  }

  /** Entries that are said to differ. */
  static List<String> hardware() {
    return ALL.stream().map(Difference::hardware).toList();
  }

  /** What may differ, for people. */
  static String reasons() {
    StringBuilder text = new StringBuilder();
    ALL.forEach(
        difference ->
            text.append(difference.hardware())
                .append(": ")
                .append(difference.reason())
                .append('\n'));
    return text.toString();
  }
}
