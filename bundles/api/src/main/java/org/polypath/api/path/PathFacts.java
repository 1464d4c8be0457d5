package org.polypath.api.path;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What discovery knows about one path. Immutable; a change is a new value. Build it with {@link
 * #named}: components may be added in later versions.
 *
 * @param name the kernel's name of the block device, for instance {@code sda}
 * @param number its device number
 * @param address its SCSI address; empty if it is no SCSI device
 * @param vendor vendor identification, trailing blanks cut (SPC-4 6.6.2); may be empty
 * @param product product identification, trailing blanks cut; may be empty
 * @param revision product revision level, trailing blanks cut; may be empty
 * @param serial unit serial number from VPD page 0x80, blanks around it cut; may be empty
 * @param pageIdentifier WWID from VPD page 0x83 (or the bus' own), the fallback for the udev
 *     property
 * @param sectors size in units of 512 bytes; 0 if not known
 * @param transport how the path reaches the disk
 * @param targetPortGroupSupport the TPGS field of the standard INQUIRY data
 * @param targetPortGroup the target port group's number, 0 to 65535, from VPD page 0x83 designator
 *     type 5
 * @param rdac whether it is an RDAC array's: VPD page 0xC9 is there, and its bytes 4 to 7 are
 *     {@code vac1}
 * @param deviceState the device's state in the kernel when the facts were read
 * @param accessState the kernel's ALUA state text (sysfs {@code access_state}; of NVMe {@code
 *     ana_state}); empty where the kernel knows of none
 * @param handler the attached SCSI device handler (sysfs {@code dh_state}); empty if none is
 *     attached
 * @param ports the names of both ends
 * @param adapter PCI address of the host adapter; for iSCSI the host's IP address where it is known
 * @param commandTimeout the device's command timeout in seconds (sysfs {@code timeout}), at least 1
 * @param readOnly whether the kernel treats the device as read-only
 * @param properties the udev database's properties, for instance {@code ID_SERIAL}
 * @param largestRequest the largest request that the kernel sends, in KiB (sysfs {@code
 *     max_sectors_kb}); empty if not known
 * @param volume what the array calls the disk, from a page of its vendor's own (HPE 3PAR: VPD page
 *     0xC0)
 */
public record PathFacts(
    String name,
    DeviceNumber number,
    Optional<ScsiAddress> address,
    String vendor,
    String product,
    String revision,
    String serial,
    Optional<Wwid> pageIdentifier,
    long sectors,
    Transport transport,
    TargetPortGroupSupport targetPortGroupSupport,
    OptionalInt targetPortGroup,
    boolean rdac,
    DeviceState deviceState,
    Optional<String> accessState,
    Optional<String> handler,
    PortNames ports,
    Optional<String> adapter,
    int commandTimeout,
    boolean readOnly,
    Map<String, String> properties,
    OptionalInt largestRequest,
    Optional<String> volume) {
  /**
   * The kernel's default command timeout of disks in seconds ({@code SD_TIMEOUT},
   * drivers/scsi/sd.h).
   */
  public static final int DEFAULT_COMMAND_TIMEOUT = 30;

  /** Copies the properties. */
  public PathFacts {
    properties = Map.copyOf(properties);
    if (name.isEmpty() || sectors < 0 || commandTimeout < 1) {
      throw new IllegalArgumentException(
          "path facts out of bounds: name \""
              + name
              + "\", sectors "
              + sectors
              + ", timeout "
              + commandTimeout);
    }
  }

  /** As before there were the largest request and the volume: neither is known. */
  public PathFacts(
      String name,
      DeviceNumber number,
      Optional<ScsiAddress> address,
      String vendor,
      String product,
      String revision,
      String serial,
      Optional<Wwid> pageIdentifier,
      long sectors,
      Transport transport,
      TargetPortGroupSupport targetPortGroupSupport,
      OptionalInt targetPortGroup,
      boolean rdac,
      DeviceState deviceState,
      Optional<String> accessState,
      Optional<String> handler,
      PortNames ports,
      Optional<String> adapter,
      int commandTimeout,
      boolean readOnly,
      Map<String, String> properties) {
    this(
        name,
        number,
        address,
        vendor,
        product,
        revision,
        serial,
        pageIdentifier,
        sectors,
        transport,
        targetPortGroupSupport,
        targetPortGroup,
        rdac,
        deviceState,
        accessState,
        handler,
        ports,
        adapter,
        commandTimeout,
        readOnly,
        properties,
        OptionalInt.empty(),
        Optional.empty());
  }

  /** Starts the facts of a path that nothing else is known about. */
  public static PathFactsBuilder named(String name, DeviceNumber number) {
    return new PathFactsBuilder(name, number);
  }

  /** The same facts, open for change. */
  public PathFactsBuilder change() {
    return new PathFactsBuilder(this);
  }
}
