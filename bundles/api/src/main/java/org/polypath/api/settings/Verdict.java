package org.polypath.api.settings;

/**
 * Whether a path is to be left alone, and by which rule.
 *
 * @param blacklisted whether it is
 * @param rule the deciding rule for people, for instance {@code devnode "^sdz"
 *     (/etc/multipath.conf:7)}; empty if no rule matched
 */
public record Verdict(boolean blacklisted, String rule) {
  /** No rule matched. */
  public static final Verdict ALLOWED = new Verdict(false, "");
}
