package org.polypath.control.pathrules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PathRulesTest {
  private static final String PRINTED =
      """
      defaults {
      \tfind_multipaths "smart"
      \tfind_multipaths_timeout -10
      \tuid_attribute "ID_SERIAL"
      \tuid_attrs "sd:ID_SERIAL dasd:ID_UID"
      \tfeatures "0"
      \twwids_file "/var/lib/wwids"
      }
      blacklist {
      \tdevnode "!^(sd[a-z]|dasd[a-z]|nvme[0-9])"
      \twwid "say ""no"" twice"
      \tdevice {
      \t\tvendor "IBM"
      \t\tproduct "S/390"
      \t}
      }
      blacklist_exceptions {
      \tproperty "(SCSI_IDENT_|ID_WWN)"
      }
      devices {
      \tdevice {
      \t\tvendor "^NVME"
      \t\tproduct ".*"
      \t\tuid_attribute "ID_WWN"
      \t\tprio "ana"
      \t}
      \tdevice {
      \t\tvendor "LIO-ORG"
      \t\tproduct ".*"
      \t}
      }
      multipaths {
      \tmultipath {
      \t\twwid "36001"
      \t\t# alias "mpatha"
      \t}
      }
      """;

  @Test
  void holdWhatDecidesWhetherADiskIsAPath() {
    assertThat(PathRules.of(PRINTED).lines().skip(1))
        .containsExactly(
            "find_multipaths\tsmart",
            "find_multipaths_timeout\t-10",
            "uid_attrs\tsd:ID_SERIAL dasd:ID_UID",
            "wwids_file\t/var/lib/wwids",
            "uid_attribute\tID_SERIAL",
            "blacklist\tdevnode\t!^(sd[a-z]|dasd[a-z]|nvme[0-9])",
            "blacklist\twwid\tsay \"no\" twice",
            "blacklist\tdevice\tIBM\tS/390",
            "blacklist_exceptions\tproperty\t(SCSI_IDENT_|ID_WWN)",
            "device\t^NVME\t.*\tID_WWN",
            "device\tLIO-ORG\t.*");
  }

  @Test
  void anAttributeForAllDisksBeatsThoseOfDevices() {
    assertThat(PathRules.of(PRINTED + "overrides {\n\tuid_attribute \"ID_OTHER\"\n}\n").lines())
        .contains("uid_attribute\tID_OTHER", "uid_attribute_everywhere\tyes")
        .doesNotContain("uid_attribute\tID_SERIAL");
  }

  @Test
  void aTabWouldShiftTheWords() {
    assertThat(
            PathRules.of("blacklist {\n\tdevnode \"a\tb\"\n\tdevnode \"sdz\"\n}\n").lines().skip(1))
        .containsExactly("blacklist\tdevnode\tsdz");
  }
}
