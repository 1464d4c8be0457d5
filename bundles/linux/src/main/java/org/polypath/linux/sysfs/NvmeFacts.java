package org.polypath.linux.sysfs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polypath.api.path.PathFactsBuilder;
import org.polypath.api.path.PortNames;
import org.polypath.api.path.Transport;
import org.polypath.api.path.Wwid;

/**
 * What sysfs tells of an NVMe namespace and its controller (kernel drivers/nvme/host/sysfs.c).
 *
 * @param sysfs where to read
 * @param disk the namespace's directory
 */
record NvmeFacts(Sysfs sysfs, Path disk) {
  /** What multipath.conf calls the vendor of every NVMe device. */
  private static final String VENDOR = "NVME";

  /** Identifiers this long come of serial numbers and models that are filled up with zeros. */
  private static final int LONGEST_IDENTIFIER = 127;

  private static final Pattern OWN_END = Pattern.compile("(?:host_traddr|src_addr)=([^,]+)");
  private static final Pattern PCI_ADDRESS =
      Pattern.compile("[0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2}\\.[0-7]");

  void addTo(PathFactsBuilder facts) {
    facts
        .hardware(VENDOR, controller("model"), controller("firmware_rev"))
        .serial(controller("serial"))
        .pageIdentifier(sysfs.text(disk.resolve("wwid")).flatMap(NvmeFacts::identifier))
        .handler(Optional.empty(), sysfs.text(disk.resolve("ana_state")))
        .transport(transport(controller("transport")))
        .ports(
            new PortNames(
                Optional.empty(),
                Optional.empty(),
                Optional.of(controller("subsysnqn")).filter(name -> !name.isEmpty()),
                Optional.empty()))
        .adapter(adapter());
  }

  private String controller(String attribute) {
    return sysfs.text(disk.resolve("device").resolve(attribute)).orElse("").strip();
  }

  /** A fabric names the host's end of the connection; else it is a PCI device. */
  private Optional<String> adapter() {
    Matcher own = OWN_END.matcher(controller("address"));
    return own.find()
        ? Optional.of(own.group(1))
        : sysfs.ancestor(disk.resolve("device"), PCI_ADDRESS);
  }

  private static Transport transport(String word) {
    return switch (word) {
      case "pcie" -> Transport.NVME_PCIE;
      case "rdma" -> Transport.NVME_RDMA;
      case "fc" -> Transport.NVME_FC;
      case "tcp" -> Transport.NVME_TCP;
      case "loop" -> Transport.NVME_LOOP;
      default -> Transport.NVME_UNSPECIFIED;
    };
  }

  private static Optional<Wwid> identifier(String text) {
    String name = text.strip();
    String shortened =
        name.startsWith("nvme.") && name.length() > LONGEST_IDENTIFIER ? withoutZeros(name) : name;
    return Wwid.isValid(shortened) ? Optional.of(new Wwid(shortened)) : Optional.empty();
  }

  /**
   * Serial number and model, as pairs of hexadecimal digits, stand between vendor and namespace.
   */
  private static String withoutZeros(String name) {
    String[] parts = name.split("-", -1);
    List<String> shortened = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      boolean isText = i > 0 && i < parts.length - 1;
      shortened.add(isText ? parts[i].replaceAll("\\G((?:(?!00)..)*)00", "$1") : parts[i]);
    }
    return String.join("-", shortened);
  }
}
