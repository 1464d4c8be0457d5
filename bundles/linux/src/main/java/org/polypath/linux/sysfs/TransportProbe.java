package org.polypath.linux.sysfs;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.polypath.api.path.PortNames;
import org.polypath.api.path.Transport;

/**
 * Recognizes a transport by what its kernel class leaves in sysfs
 * (drivers/scsi/scsi_transport_*.c). The constants are tried in their order: what is emulated on
 * top of another transport comes first.
 */
enum TransportProbe {
  /** Fibre Channel and what carries it: remote ports under a host in {@code fc_host}. */
  FIBRE_CHANNEL {
    @Override
    Optional<Connection> recognize(ScsiLocation location) {
      if (!location.hostIsIn("fc_host")) {
        return Optional.empty();
      }
      PortNames ports =
          new PortNames(
              location.ofHost("fc_host", "node_name"),
              location.ofHost("fc_host", "port_name"),
              location.attribute("fc_transport", location.target(), "node_name"),
              location.attribute("fc_transport", location.target(), "port_name"));
      return connection(Transport.FIBRE_CHANNEL, ports, location.adapter());
    }
  },

  /** iSCSI: a session between host and target. The host's end is known by its IP address. */
  ISCSI {
    private final Pattern session = Pattern.compile("session\\d+");

    @Override
    Optional<Connection> recognize(ScsiLocation location) {
      return location
          .ancestor(session)
          .flatMap(
              name ->
                  connection(
                      Transport.ISCSI,
                      target(location.attribute("iscsi_session", name, "targetname")),
                      location.ofHost("iscsi_host", "ipaddress").or(location::adapter)));
    }
  },

  /** Serial attached SCSI: an end device with an address of its own. */
  SAS {
    private final Pattern endDevice = Pattern.compile("end_device-[0-9:]+");

    @Override
    Optional<Connection> recognize(ScsiLocation location) {
      return location
          .ancestor(endDevice)
          .flatMap(
              name ->
                  connection(
                      Transport.SAS,
                      target(location.attribute("sas_device", name, "sas_address")),
                      location.adapter()));
    }
  },

  /** SCSI RDMA protocol. */
  SRP {
    @Override
    Optional<Connection> recognize(ScsiLocation location) {
      return location.hostIsIn("srp_host") ? plain(Transport.SRP, location) : Optional.empty();
    }
  },

  /** ATA, spoken to through the kernel's SCSI translation. */
  ATA {
    private final Pattern port = Pattern.compile("ata\\d+");

    @Override
    Optional<Connection> recognize(ScsiLocation location) {
      return location.ancestor(port).flatMap(name -> plain(Transport.ATA, location));
    }
  },

  /** USB mass storage. */
  USB {
    private final Pattern bus = Pattern.compile("usb\\d+");

    @Override
    Optional<Connection> recognize(ScsiLocation location) {
      return location.ancestor(bus).flatMap(name -> plain(Transport.USB, location));
    }
  },

  /** FireWire: a node such as {@code fw1}, and its units {@code fw1.0}. */
  FIREWIRE {
    private final Pattern unit = Pattern.compile("fw\\d+(\\.\\d+)?");

    @Override
    Optional<Connection> recognize(ScsiLocation location) {
      return location.ancestor(unit).flatMap(name -> plain(Transport.FIREWIRE, location));
    }
  },

  /** Parallel SCSI. */
  PARALLEL {
    @Override
    Optional<Connection> recognize(ScsiLocation location) {
      return location.hostIsIn("spi_host") ? plain(Transport.PARALLEL, location) : Optional.empty();
    }
  };

  /** The connection of the transport, if it is this one. */
  abstract Optional<Connection> recognize(ScsiLocation location);

  /** The connection of any SCSI device. */
  static Connection connectionOf(ScsiLocation location) {
    return Stream.of(values())
        .flatMap(probe -> probe.recognize(location).stream())
        .findFirst()
        .orElseGet(
            () -> new Connection(Transport.SCSI_UNSPECIFIED, PortNames.NONE, location.adapter()));
  }

  private static Optional<Connection> plain(Transport transport, ScsiLocation location) {
    return connection(transport, PortNames.NONE, location.adapter());
  }

  private static Optional<Connection> connection(
      Transport transport, PortNames ports, Optional<String> adapter) {
    return Optional.of(new Connection(transport, ports, adapter));
  }

  private static PortNames target(Optional<String> name) {
    return new PortNames(Optional.empty(), Optional.empty(), name, Optional.empty());
  }
}
