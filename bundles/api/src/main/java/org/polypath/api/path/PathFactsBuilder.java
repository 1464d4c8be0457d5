package org.polypath.api.path;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Collects the facts of one path; see {@link PathFacts} for what each means. Used by one thread.
 */
public final class PathFactsBuilder {
  private final String name;
  private DeviceNumber number;
  private Optional<ScsiAddress> address = Optional.empty();
  private String vendor = "";
  private String product = "";
  private String revision = "";
  private String serial = "";
  private Optional<Wwid> pageIdentifier = Optional.empty();
  private long sectors;
  private Transport transport = Transport.UNDEFINED;
  private TargetPortGroupSupport targetPortGroupSupport = TargetPortGroupSupport.NONE;
  private OptionalInt targetPortGroup = OptionalInt.empty();
  private boolean rdac;
  private DeviceState deviceState = DeviceState.NONE;
  private Optional<String> accessState = Optional.empty();
  private Optional<String> handler = Optional.empty();
  private PortNames ports = PortNames.NONE;
  private Optional<String> adapter = Optional.empty();
  private int commandTimeout = PathFacts.DEFAULT_COMMAND_TIMEOUT;
  private boolean readOnly;
  private Map<String, String> properties = Map.of();
  private OptionalInt largestRequest = OptionalInt.empty();
  private Optional<String> volume = Optional.empty();

  PathFactsBuilder(String name, DeviceNumber number) {
    this.name = name;
    this.number = number;
  }

  PathFactsBuilder(PathFacts facts) {
    this(facts.name(), facts.number());
    address = facts.address();
    vendor = facts.vendor();
    product = facts.product();
    revision = facts.revision();
    serial = facts.serial();
    pageIdentifier = facts.pageIdentifier();
    sectors = facts.sectors();
    transport = facts.transport();
    targetPortGroupSupport = facts.targetPortGroupSupport();
    targetPortGroup = facts.targetPortGroup();
    rdac = facts.rdac();
    deviceState = facts.deviceState();
    accessState = facts.accessState();
    handler = facts.handler();
    ports = facts.ports();
    adapter = facts.adapter();
    commandTimeout = facts.commandTimeout();
    readOnly = facts.readOnly();
    properties = facts.properties();
    largestRequest = facts.largestRequest();
    volume = facts.volume();
  }

  /** Sets the device number. */
  public PathFactsBuilder number(DeviceNumber value) {
    number = value;
    return this;
  }

  /** Sets the SCSI address. */
  public PathFactsBuilder address(ScsiAddress value) {
    address = Optional.of(value);
    return this;
  }

  /** Sets vendor, product and revision; blanks at their ends are cut. */
  public PathFactsBuilder hardware(String vendorText, String productText, String revisionText) {
    vendor = vendorText.stripTrailing();
    product = productText.stripTrailing();
    revision = revisionText.stripTrailing();
    return this;
  }

  /** Sets the unit serial number; blanks around it are cut. */
  public PathFactsBuilder serial(String value) {
    serial = value.strip();
    return this;
  }

  /** Sets the WWID that the device itself reports. */
  public PathFactsBuilder pageIdentifier(Optional<Wwid> value) {
    pageIdentifier = value;
    return this;
  }

  /** Sets the size in units of 512 bytes. */
  public PathFactsBuilder sectors(long value) {
    sectors = value;
    return this;
  }

  /** Sets the transport. */
  public PathFactsBuilder transport(Transport value) {
    transport = value;
    return this;
  }

  /** Sets asymmetric access support and the port group's number. */
  public PathFactsBuilder targetPortGroup(TargetPortGroupSupport support, OptionalInt group) {
    targetPortGroupSupport = support;
    targetPortGroup = group;
    return this;
  }

  /** Sets whether it is an RDAC array's. */
  public PathFactsBuilder rdac(boolean value) {
    rdac = value;
    return this;
  }

  /** Sets the device's state. */
  public PathFactsBuilder deviceState(DeviceState value) {
    deviceState = value;
    return this;
  }

  /** Sets the kernel's ALUA state text and the attached handler. */
  public PathFactsBuilder handler(Optional<String> handlerName, Optional<String> accessStateText) {
    handler = handlerName;
    accessState = accessStateText;
    return this;
  }

  /** Sets the names of both ends. */
  public PathFactsBuilder ports(PortNames value) {
    ports = value;
    return this;
  }

  /** Sets the adapter's PCI or IP address. */
  public PathFactsBuilder adapter(Optional<String> value) {
    adapter = value;
    return this;
  }

  /** Sets the command timeout in seconds; less than 1 means the kernel's default. */
  public PathFactsBuilder commandTimeout(int value) {
    commandTimeout = value < 1 ? PathFacts.DEFAULT_COMMAND_TIMEOUT : value;
    return this;
  }

  /** Sets whether the device is read-only. */
  public PathFactsBuilder readOnly(boolean value) {
    readOnly = value;
    return this;
  }

  /** Sets the udev properties. */
  public PathFactsBuilder properties(Map<String, String> value) {
    properties = value;
    return this;
  }

  /** Sets the largest request in KiB; less than 1 means that it is not known. */
  public PathFactsBuilder largestRequest(int value) {
    largestRequest = value < 1 ? OptionalInt.empty() : OptionalInt.of(value);
    return this;
  }

  /** Sets what the array calls the disk. */
  public PathFactsBuilder volume(Optional<String> value) {
    volume = value;
    return this;
  }

  /** The facts as they stand. */
  public PathFacts build() {
    return new PathFacts(
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
        largestRequest,
        volume);
  }
}
