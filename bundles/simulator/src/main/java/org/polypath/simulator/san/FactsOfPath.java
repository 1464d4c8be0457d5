package org.polypath.simulator.san;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.PortNames;
import org.polypath.api.path.TargetPortGroupSupport;
import org.polypath.api.path.Transport;
import org.polypath.api.path.Wwid;

/** A path's facts and sysfs attributes as Linux would show them. */
final class FactsOfPath {
  /** Volume access control, which RDAC arrays have. */
  private static final int RDAC_PAGE = 0xc9;

  private final SimulatedPath path;
  private final StorageArray array;

  FactsOfPath(SimulatedPath path) {
    this.path = path;
    array = path.unit().array();
  }

  PathFacts facts() {
    boolean asymmetric = array.isAsymmetric();
    return PathFacts.named(path.name(), path.number())
        .address(path.address())
        .hardware(
            array.description().vendor(),
            array.description().product(),
            array.description().revision())
        .serial(path.unit().serial())
        .pageIdentifier(Optional.of(new Wwid("3" + path.unit().naa())))
        .sectors(path.sectors())
        .transport(path.adapter().transport())
        .targetPortGroup(
            asymmetric ? TargetPortGroupSupport.IMPLICIT : TargetPortGroupSupport.NONE,
            asymmetric ? OptionalInt.of(path.port().group().number()) : OptionalInt.empty())
        .rdac(array.description().personality().pages().contains(RDAC_PAGE))
        .deviceState(path.state())
        .handler(handler(), accessState())
        .ports(ports())
        .adapter(Optional.of(String.format("0000:%02x:00.0", path.adapter().host() + 1)))
        .properties(properties())
        .build();
  }

  private Optional<String> handler() {
    return array.isAsymmetric() ? Optional.of("alua") : Optional.empty();
  }

  private Optional<String> accessState() {
    return array.isAsymmetric()
        ? Optional.of(path.port().group().state().word())
        : Optional.empty();
  }

  private PortNames ports() {
    int host = path.adapter().host();
    String target = path.port().worldWideName();
    if (path.adapter().transport() == Transport.ISCSI) {
      return new PortNames(
          Optional.of("iqn.2026-01.org.polypath:host" + host),
          Optional.empty(),
          Optional.of("iqn.2026-01.org.polypath:" + array.name()),
          Optional.of(path.port().name()));
    }
    return new PortNames(
        Optional.of(String.format("0x20000000c9%06x", host)),
        Optional.of(String.format("0x10000000c9%06x", host)),
        Optional.of(target.substring(0, 10) + "00000000"),
        Optional.of(target));
  }

  /** What udev's {@code scsi_id} and {@code sg_inq} rules say of such a device. */
  private Map<String, String> properties() {
    String naa = path.unit().naa();
    Map<String, String> properties = new TreeMap<>();
    properties.put("SUBSYSTEM", "block");
    properties.put("DEVTYPE", "disk");
    properties.put("DEVNAME", "/dev/" + path.name());
    properties.put("MAJOR", Integer.toString(path.number().major()));
    properties.put("MINOR", Integer.toString(path.number().minor()));
    properties.put("ID_BUS", "scsi");
    properties.put("ID_SCSI", "1");
    properties.put("ID_TYPE", "disk");
    properties.put("ID_VENDOR", array.description().vendor().replace(' ', '_'));
    properties.put("ID_MODEL", array.description().product().replace(' ', '_'));
    properties.put("ID_REVISION", array.description().revision());
    properties.put("ID_SERIAL", "3" + naa);
    properties.put("ID_SERIAL_SHORT", naa);
    properties.put("ID_SCSI_SERIAL", path.unit().serial());
    properties.put("ID_WWN", "0x" + naa.substring(0, 16));
    properties.put("ID_WWN_WITH_EXTENSION", "0x" + naa);
    properties.put("SCSI_IDENT_SERIAL", path.unit().serial());
    properties.put("SCSI_IDENT_LUN_NAA_REGEXT", naa);
    return properties;
  }

  /** An attribute under {@code /sys/block/NAME/device/}. */
  Optional<String> attribute(String attribute) {
    if (path.isDeleted()) {
      return Optional.empty();
    }
    return switch (attribute) {
      case "state" -> Optional.of(stateText());
      case "vendor" -> Optional.of(array.description().vendor());
      case "model" -> Optional.of(array.description().product());
      case "rev" -> Optional.of(array.description().revision());
      case "type" -> Optional.of("0");
      case "timeout" -> Optional.of(Integer.toString(PathFacts.DEFAULT_COMMAND_TIMEOUT));
      case "access_state" -> accessState();
      case "dh_state" -> Optional.of(handler().orElse("detached"));
      case "preferred_path" ->
          handler().map(handler -> path.port().group().isPreferred() ? "1" : "0");
      default -> Optional.empty();
    };
  }

  private String stateText() {
    return switch (path.state()) {
      case RUNNING -> "running";
      case TRANSPORT_OFFLINE -> "transport-offline";
      default -> "offline";
    };
  }
}
