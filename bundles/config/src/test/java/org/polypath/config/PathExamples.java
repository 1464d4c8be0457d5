package org.polypath.config;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.PathFactsBuilder;
import org.polypath.api.path.TargetPortGroupSupport;
import org.polypath.api.path.Transport;

/** Paths to test with. */
public final class PathExamples {
  /** The WWID of {@link #scsiDebug}. */
  public static final String SCSI_DEBUG_WWID = "1Linux_scsi_debug_2000";

  private PathExamples() {}

  /** A path of the kernel's scsi_debug driver as udev and sysfs show it. */
  public static PathFactsBuilder scsiDebug(String name) {
    return PathFacts.named(name, new DeviceNumber(8, 0))
        .hardware("Linux", "scsi_debug", "0191")
        .targetPortGroup(TargetPortGroupSupport.IMPLICIT, OptionalInt.of(0x100))
        .transport(Transport.SCSI_UNSPECIFIED)
        .properties(
            Map.of(
                "ID_SERIAL",
                SCSI_DEBUG_WWID,
                "SCSI_IDENT_SERIAL",
                "2000",
                "ID_WWN",
                "0x33333330000007d0"));
  }

  /** A path without asymmetric access. */
  public static PathFactsBuilder plain(String name, String vendor, String product) {
    return scsiDebug(name)
        .hardware(vendor, product, "1")
        .targetPortGroup(TargetPortGroupSupport.NONE, OptionalInt.empty());
  }

  /** An NVMe path. */
  public static PathFactsBuilder nvme(String name) {
    return PathFacts.named(name, new DeviceNumber(259, 0))
        .hardware("NVME", "Some Disk", "1")
        .transport(Transport.NVME_TCP)
        .handler(Optional.empty(), Optional.empty())
        .properties(Map.of("ID_WWN", "uuid.12345", "ID_SERIAL", "Some_Disk_1"));
  }
}
