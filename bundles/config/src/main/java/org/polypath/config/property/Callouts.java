package org.polypath.config.property;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.polypath.config.property.OldWords.Renewed;

/**
 * Programs that versions of long ago ran for the WWID and the priority of a path, and what answers
 * the same today. (Documentation of multipath-tools 0.4; udev's {@code scsi_id(8)}, s390-tools'
 * {@code dasdinfo(8)}.)
 */
final class Callouts {
  private static final List<String> PRIORITY_PROGRAMS = List.of("mpath_prio_", "pp_");

  /** Names of old priority programs whose prioritizers have other names today. */
  private static final Map<String, String> PRIORITIZERS =
      Map.of(
          "netapp", "ontap",
          "hds_modular", "hds",
          "balance_units", "const",
          "tpc", "file",
          "spec", "script");

  /** Another page than the one for identification: what it holds is no WWID of ours. */
  private static final Pattern OTHER_PAGE = Pattern.compile("\\s(-p|--page[= ])\\s*(?!0x83\\b)\\S");

  private Callouts() {}

  /** What asks for a path's WWID as this program did; empty if nothing does. */
  static List<Renewed> identity(String command) {
    return switch (program(command)) {
      case "scsi_id" ->
          OTHER_PAGE.matcher(command).find()
              ? List.of()
              : attribute("", "the device itself is asked, VPD page 0x83");
      case "dasdinfo" -> attribute("ID_UID", "");
      default -> List.of();
    };
  }

  private static List<Renewed> attribute(String name, String meaning) {
    return List.of(new Renewed(PathProperties.UID_ATTRIBUTE.keyword(), name, meaning));
  }

  /** The prioritizer that ranks as this program did; {@code /bin/true} ranked all the same. */
  static List<Renewed> priority(String command) {
    String program = program(command);
    if (program.equals("true")) {
      return prioritizer("const");
    }
    return PRIORITY_PROGRAMS.stream()
        .filter(prefix -> program.startsWith(prefix) && program.length() > prefix.length())
        .map(prefix -> program.substring(prefix.length()))
        .map(old -> prioritizer(PRIORITIZERS.getOrDefault(old, old)))
        .findFirst()
        .orElseGet(() -> script(command));
  }

  /** Somebody's own program is still run, by the prioritizer for that. */
  private static List<Renewed> script(String command) {
    return command.startsWith("/")
        ? Stream.concat(
                prioritizer("script").stream(),
                Stream.of(new Renewed(PathProperties.PRIO_ARGS.keyword(), command)))
            .toList()
        : List.of();
  }

  private static List<Renewed> prioritizer(String name) {
    return List.of(new Renewed(PathProperties.PRIO.keyword(), name));
  }

  /** The name of a command's program. */
  private static String program(String command) {
    String path = command.strip().split("\\s+", 2)[0];
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
