package org.polypath.config.property;

import java.util.Map;
import java.util.Optional;

/**
 * Words of files written for versions of long ago, and what says the same today. (Documentation of
 * multipath-tools 0.4; Red Hat Enterprise Linux 4 and 5, SUSE Linux Enterprise 9 and 10.)
 */
public final class OldWords {
  private static final String DEFAULT = "default_";
  private static final String PRIO_PROGRAM = "mpath_prio_";

  private static final Map<String, String> KEYWORDS = Map.of("selector", "path_selector");

  private static final Map<String, String> SECTIONS =
      Map.of(
          "devnode_blacklist", "blacklist",
          "devnode_blacklist_exceptions", "blacklist_exceptions");

  /** Names of old priority programs whose prioritizers have other names today. */
  private static final Map<String, String> PRIORITIZERS =
      Map.of("netapp", "ontap", "hds_modular", "hds", "balance_units", "const");

  private OldWords() {}

  /**
   * What says the same today.
   *
   * @param keyword the keyword
   * @param value its value
   */
  public record Renewed(String keyword, String value) {}

  /** The name today of an old section. */
  public static Optional<String> section(String name) {
    return Optional.ofNullable(SECTIONS.get(name));
  }

  /** What says the same today as an old word and its value in a section. */
  public static Optional<Renewed> renew(Section section, String keyword, String value) {
    String plain =
        section == Section.DEFAULTS && keyword.startsWith(DEFAULT)
            ? keyword.substring(DEFAULT.length())
            : keyword;
    Optional<String> prioritizer =
        plain.equals("prio_callout") ? prioritizer(value) : Optional.empty();
    if (prioritizer.isPresent()) {
      return prioritizer.map(name -> new Renewed("prio", name));
    }
    String today = KEYWORDS.getOrDefault(plain, plain);
    boolean renewed = !today.equals(keyword) && PropertyTable.find(section, today).isPresent();
    return renewed ? Optional.of(new Renewed(today, value)) : Optional.empty();
  }

  /** {@code /sbin/mpath_prio_NAME /dev/%n}, or {@code /bin/true} for none. */
  private static Optional<String> prioritizer(String command) {
    String program = command.strip().split("\\s+", 2)[0];
    String name = program.substring(program.lastIndexOf('/') + 1);
    if (name.equals("true")) {
      return Optional.of("const");
    }
    return name.startsWith(PRIO_PROGRAM) && name.length() > PRIO_PROGRAM.length()
        ? Optional.of(name.substring(PRIO_PROGRAM.length()))
            .map(old -> PRIORITIZERS.getOrDefault(old, old))
        : Optional.empty();
  }
}
