package org.polypath.linux.sysfs;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.polypath.api.device.Bytes;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.PathFactsBuilder;
import org.polypath.api.path.TargetPortGroupSupport;
import org.polypath.scsi.DeviceIdentification;
import org.polypath.scsi.UnitSerialNumber;

/**
 * Reads the facts of a disk from sysfs. Sends nothing to the disk: the kernel asked it for these
 * when it found the disk.
 *
 * @param sysfs where to read
 */
public record DiskFacts(Sysfs sysfs) {
  private static final int ASYMMETRIC_ACCESS_BYTE = 5;

  /**
   * Reads a disk's facts.
   *
   * @param name the kernel's name
   * @param properties its udev properties
   * @return empty if there is no such disk (now), or its name is that of no path
   */
  public Optional<PathFacts> read(String name, Map<String, String> properties) {
    Path disk = sysfs.disk(name);
    Optional<DeviceNumber> number = sysfs.text(disk.resolve("dev")).flatMap(DeviceNumber::parse);
    return DeviceFamily.of(name)
        .flatMap(
            family ->
                number.map(
                    found ->
                        facts(disk, PathFacts.named(name, found).properties(properties), family)));
  }

  private PathFacts facts(Path disk, PathFactsBuilder facts, DeviceFamily family) {
    facts
        .sectors(Math.max(0, sysfs.number(disk.resolve("size")).orElse(0L)))
        .readOnly(sysfs.number(disk.resolve("ro")).orElse(0L) != 0)
        .largestRequest(sysfs.number(disk.resolve("queue/max_sectors_kb")).orElse(0L).intValue())
        .deviceState(sysfs.state(disk));
    switch (family) {
      case SCSI -> addScsi(facts, disk.resolve("device"));
      case NVME -> new NvmeFacts(sysfs, disk).addTo(facts);
      case DASD -> new DasdFacts(sysfs, disk).addTo(facts);
    }
    return facts.build();
  }

  private void addScsi(PathFactsBuilder facts, Path device) {
    facts
        .hardware(word(device, "vendor"), word(device, "model"), word(device, "rev"))
        .handler(
            sysfs.text(device.resolve("dh_state")).filter(text -> !text.equals("detached")),
            sysfs.text(device.resolve("access_state")))
        .commandTimeout(sysfs.number(device.resolve("timeout")).orElse(0L).intValue());
    addPages(facts, device);
    sysfs
        .real(device)
        .flatMap(directory -> ScsiLocation.of(sysfs, directory))
        .ifPresent(location -> addConnection(facts, location));
  }

  private void addPages(PathFactsBuilder facts, Path device) {
    Optional<DeviceIdentification> identification =
        DeviceIdentification.decode(sysfs.bytes(device.resolve("vpd_pg83"))).toOptional();
    Bytes inquiry = sysfs.bytes(device.resolve("inquiry"));
    facts
        .serial(
            UnitSerialNumber.decode(sysfs.bytes(device.resolve("vpd_pg80")))
                .toOptional()
                .map(UnitSerialNumber::text)
                .orElse(""))
        .pageIdentifier(identification.flatMap(page -> page.wwid().toOptional()))
        .targetPortGroup(
            TargetPortGroupSupport.ofInquiryByte5(inquiry.u8(ASYMMETRIC_ACCESS_BYTE)),
            identification.map(DeviceIdentification::targetPortGroup).orElse(OptionalInt.empty()));
  }

  private static void addConnection(PathFactsBuilder facts, ScsiLocation location) {
    Connection connection = TransportProbe.connectionOf(location);
    facts
        .address(location.address())
        .transport(connection.transport())
        .ports(connection.ports())
        .adapter(connection.adapter());
  }

  private String word(Path device, String attribute) {
    return sysfs.text(device.resolve(attribute)).orElse("");
  }
}
