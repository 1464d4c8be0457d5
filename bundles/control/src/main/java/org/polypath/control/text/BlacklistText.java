package org.polypath.control.text;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.polypath.api.settings.BlacklistRule;
import org.polypath.api.settings.BlacklistRule.Criterion;
import org.polypath.api.settings.Configuration;

/** The rules of the blacklist and its exceptions, by criterion. */
public final class BlacklistText {
  private static final Map<Criterion, String> TITLES = new EnumMap<>(Criterion.class);

  static {
    TITLES.put(Criterion.DEVNODE, "device node");
    TITLES.put(Criterion.PROPERTY, "udev property");
    TITLES.put(Criterion.PROTOCOL, "protocol");
    TITLES.put(Criterion.WWID, "wwid");
    TITLES.put(Criterion.DEVICE, "device");
  }

  private BlacklistText() {}

  /** All of them. */
  public static String of(Configuration configuration) {
    StringBuilder out = new StringBuilder();
    TITLES.forEach(
        (criterion, title) -> {
          out.append(title).append(" rules:\n- blacklist:\n");
          append(out, criterion, configuration.blacklist());
          out.append("- exceptions:\n");
          append(out, criterion, configuration.exceptions());
        });
    return out.toString();
  }

  private static void append(StringBuilder out, Criterion criterion, List<BlacklistRule> rules) {
    List<BlacklistRule> about =
        rules.stream().filter(rule -> rule.criterion() == criterion).toList();
    if (about.isEmpty()) {
      out.append("        <empty>\n");
    }
    for (BlacklistRule rule : about) {
      String origin = rule.configured() ? "(config file rule) " : "(default rule)     ";
      out.append("        ").append(origin).append(rule.text()).append('\n');
    }
  }
}
