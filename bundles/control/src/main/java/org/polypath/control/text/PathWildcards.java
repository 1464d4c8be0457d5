package org.polypath.control.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.polypath.api.path.DeviceState;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.PathState;
import org.polypath.api.path.ScsiAddress;
import org.polypath.api.topology.MapSnapshot;

/** The wildcards of paths, in the order that {@code show wildcards} lists them. */
public final class PathWildcards {
  private static final String UNDEFINED = "[undef]";

  /** All of them. */
  public static final List<Wildcard<PathRow>> ALL =
      List.of(
          new Wildcard<>('w', "uuid", row -> row.path().wwid().map(Object::toString).orElse("")),
          new Wildcard<>('i', "hcil", row -> address(row).map(Object::toString).orElse("#:#:#:#")),
          new Wildcard<>('d', "dev", row -> row.path().facts().name()),
          new Wildcard<>('D', "dev_t", row -> row.path().facts().number().toString()),
          new Wildcard<>('t', "dm_st", row -> row.path().kernelState().displayName()),
          new Wildcard<>('o', "dev_st", PathWildcards::deviceState),
          new Wildcard<>('T', "chk_st", PathWildcards::checkerState),
          new Wildcard<>('s', "vend/prod/rev", row -> hardware(row.path().facts())),
          new Wildcard<>('c', "checker", PathWildcards::checker),
          new Wildcard<>('C', "next_check", PathWildcards::nextCheck),
          new Wildcard<>('p', "pri", row -> Integer.toString(row.path().priority().orElse(-1))),
          new Wildcard<>('S', "size", row -> Scale.size(row.path().facts().sectors())),
          new Wildcard<>('z', "serial", row -> row.path().facts().serial()),
          new Wildcard<>('M', "marginal_st", row -> marginal(row.path().marginal())),
          new Wildcard<>(
              'm', "multipath", row -> row.map().map(MapSnapshot::name).orElse("[orphan]")),
          new Wildcard<>('N', "host WWNN", row -> known(row.path().facts().ports().hostNode())),
          new Wildcard<>('n', "target WWNN", row -> known(row.path().facts().ports().targetNode())),
          new Wildcard<>('R', "host WWPN", row -> known(row.path().facts().ports().hostPort())),
          new Wildcard<>('r', "target WWPN", row -> known(row.path().facts().ports().targetPort())),
          new Wildcard<>('a', "host adapter", row -> known(row.path().facts().adapter())),
          new Wildcard<>('G', "foreign", row -> "--"),
          new Wildcard<>('g', "vpd page data", row -> known(row.vendorPage())),
          new Wildcard<>('0', "failures", row -> Integer.toString(row.path().failures())),
          new Wildcard<>('P', "protocol", row -> row.path().facts().transport().protocol()),
          new Wildcard<>('I', "init_st", PathWildcards::initialisation),
          new Wildcard<>('L', "LUN hex", row -> lun(address(row))),
          new Wildcard<>('A', "TPG", row -> targetPortGroup(row.path().facts())),
          new Wildcard<>(
              'k', "max_sectors_kb", row -> largestRequest(row.path().facts().largestRequest())));

  private PathWildcards() {}

  static String marginal(boolean marginal) {
    return marginal ? "marginal" : "normal";
  }

  /** A largest request, in KiB. */
  static String largestRequest(OptionalInt kilobytes) {
    return kilobytes.isPresent() ? Integer.toString(kilobytes.getAsInt()) : "n/a";
  }

  private static Optional<ScsiAddress> address(PathRow row) {
    return row.path().facts().address();
  }

  private static String known(Optional<String> text) {
    return text.orElse(UNDEFINED);
  }

  private static String hardware(PathFacts facts) {
    return facts.vendor() + "," + facts.product();
  }

  private static String checkerState(PathRow row) {
    return (row.isOrphan() ? PathState.WILD : row.path().state()).displayName();
  }

  private static String checker(PathRow row) {
    return row.path().checker().filter(name -> !row.isOrphan()).orElse("(null)");
  }

  private static String nextCheck(PathRow row) {
    return row.isOrphan()
        ? "orphan"
        : Scale.progress(row.path().secondsToCheck(), row.path().checkInterval());
  }

  private static String deviceState(PathRow row) {
    DeviceState state = row.isOrphan() ? DeviceState.GONE : row.path().facts().deviceState();
    return switch (state) {
      case RUNNING, BLOCKED, QUIESCE, NONE -> "running";
      case OFFLINE, TRANSPORT_OFFLINE, OTHER -> "offline";
      case GONE -> "unknown";
    };
  }

  private static String initialisation(PathRow row) {
    if (row.path().state() == PathState.REMOVED) {
      return "removed";
    }
    return row.path().wwid().isPresent() ? "ok" : "udev-missing";
  }

  /** The LUN as eight bytes (SAM-5 4.7): the kernel's number has its 16-bit levels in reverse. */
  private static String lun(Optional<ScsiAddress> address) {
    long rest = address.map(ScsiAddress::lun).orElse(0L);
    long bytes = 0;
    for (int level = 0; level < 4; level++) {
      bytes = (bytes << 16) | (rest & 0xffff);
      rest >>>= 16;
    }
    return String.format(Locale.ROOT, "0x%016x", bytes);
  }

  private static String targetPortGroup(PathFacts facts) {
    return facts.targetPortGroup().isPresent()
        ? String.format(Locale.ROOT, "0x%04x", facts.targetPortGroup().getAsInt())
        : UNDEFINED;
  }
}
