package org.polypath.config.property;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Words of files written for versions of long ago, and what says the same today. (Documentation of
 * multipath-tools 0.4; Red Hat Enterprise Linux 4 and 5, SUSE Linux Enterprise 9 and 10.)
 */
public final class OldWords {
  private static final String DEFAULT = "default_";

  private static final Map<String, String> KEYWORDS = Map.of("selector", "path_selector");

  private static final Map<String, String> SECTIONS =
      Map.of(
          "devnode_blacklist", "blacklist",
          "devnode_blacklist_exceptions", "blacklist_exceptions");

  private OldWords() {}

  /**
   * What says the same today.
   *
   * @param keyword the keyword
   * @param value its value
   * @param meaning what that means, where it is not plain; else empty
   */
  public record Renewed(String keyword, String value, String meaning) {
    Renewed(String keyword, String value) {
      this(keyword, value, "");
    }

    /** For people: what it is read as. */
    public String text() {
      return keyword + " \"" + value + "\"" + (meaning.isEmpty() ? "" : ": " + meaning);
    }
  }

  /** The name today of an old section. */
  public static Optional<String> section(String name) {
    return Optional.ofNullable(SECTIONS.get(name));
  }

  /** What says the same today as an old word and its value in a section; empty if nothing does. */
  public static List<Renewed> renew(Section section, String keyword, String value) {
    String plain =
        section == Section.DEFAULTS && keyword.startsWith(DEFAULT)
            ? keyword.substring(DEFAULT.length())
            : keyword;
    List<Renewed> answered =
        switch (plain) {
          case "prio_callout" -> Callouts.priority(value);
          case "getuid", "getuid_callout" -> Callouts.identity(value);
          default -> List.of();
        };
    if (!answered.isEmpty() && answered.stream().allMatch(today -> isIn(section, today))) {
      return answered;
    }
    Renewed today = new Renewed(KEYWORDS.getOrDefault(plain, plain), value);
    return !today.keyword().equals(keyword) && isIn(section, today) ? List.of(today) : List.of();
  }

  private static boolean isIn(Section section, Renewed today) {
    return PropertyTable.find(section, today.keyword()).isPresent();
  }
}
