package org.polypath.linux.sysfs;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polypath.api.path.PathFactsBuilder;
import org.polypath.api.path.Transport;
import org.polypath.api.path.Wwid;

/**
 * What sysfs tells of a mainframe's disk (kernel drivers/s390/block/dasd_devmap.c).
 *
 * @param sysfs where to read
 * @param disk the disk's directory
 */
record DasdFacts(Sysfs sysfs, Path disk) {
  private static final String VENDOR = "IBM";
  private static final String COUNT_KEY_DATA = "S/390 DASD ECKD";
  private static final String FIXED_BLOCK = "S/390 DASD FBA";
  private static final Pattern FIXED_BLOCK_TYPE = Pattern.compile("(3370|9336)/.*");

  /** Vendor, serial number, control unit and unit address; what may follow is of one path. */
  private static final Pattern IDENTIFIER = Pattern.compile("([^.]+(?:\\.[^.]+){3})(?:\\..*)?");

  void addTo(PathFactsBuilder facts) {
    boolean fixedBlock = FIXED_BLOCK_TYPE.matcher(device("devtype")).matches();
    facts
        .hardware(VENDOR, fixedBlock ? FIXED_BLOCK : COUNT_KEY_DATA, "")
        .pageIdentifier(identifier(device("uid")))
        .transport(Transport.CCW);
  }

  private String device(String attribute) {
    return sysfs.text(disk.resolve("device").resolve(attribute)).orElse("").strip();
  }

  private static Optional<Wwid> identifier(String text) {
    Matcher parts = IDENTIFIER.matcher(text);
    return parts.matches() && Wwid.isValid(parts.group(1))
        ? Optional.of(new Wwid(parts.group(1)))
        : Optional.empty();
  }
}
