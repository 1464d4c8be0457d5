package org.polypath.api.path;

/** How a path reaches its disk. The words are those of the {@code protocol} keyword. */
public enum Transport {
  /** Not known. */
  UNDEFINED("undef"),
  /** Fibre Channel. */
  FIBRE_CHANNEL("scsi:fcp"),
  /** Parallel SCSI. */
  PARALLEL("scsi:spi"),
  /** SCSI RDMA protocol. */
  SRP("scsi:srp"),
  /** SCSI over TCP. */
  ISCSI("scsi:iscsi"),
  /** Serial attached SCSI. */
  SAS("scsi:sas"),
  /** FireWire. */
  FIREWIRE("scsi:sbp"),
  /** ATA. */
  ATA("scsi:ata"),
  /** USB. */
  USB("scsi:usb"),
  /** SCSI over something else. */
  SCSI_UNSPECIFIED("scsi:unspec"),
  /** NVMe over PCI Express. */
  NVME_PCIE("nvme:pcie"),
  /** NVMe over RDMA. */
  NVME_RDMA("nvme:rdma"),
  /** NVMe over Fibre Channel. */
  NVME_FC("nvme:fc"),
  /** NVMe over TCP. */
  NVME_TCP("nvme:tcp"),
  /** NVMe over the kernel's loop target. */
  NVME_LOOP("nvme:loop"),
  /** NVMe over something else. */
  NVME_UNSPECIFIED("nvme:unspec"),
  /** HP Smart Array block driver. */
  CCISS("cciss"),
  /** Channel-attached disk of a mainframe. */
  CCW("ccw");

  private final String protocol;

  Transport(String protocol) {
    this.protocol = protocol;
  }

  /** The word that {@code multipath.conf} and {@code %P} use, for instance {@code scsi:fcp}. */
  public String protocol() {
    return protocol;
  }
}
