package org.polypath.config.resolve;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.Transport;
import org.polypath.api.settings.Verdict;
import org.polypath.config.model.DeviceRule;
import org.polypath.config.model.Rule;
import org.polypath.config.model.RuleSet;
import org.polypath.config.property.DaemonProperties;
import org.polypath.config.property.RuleProperties;

/**
 * Decides which paths are left alone. The criteria are looked at in the order property, devnode,
 * device, protocol, wwid; in each an exception beats the blacklist; the first that forbids decides
 * ({@code multipath.conf(5)}, section blacklist).
 */
public final class Blacklist {
  private final RuleSet blacklist;
  private final RuleSet exceptions;
  private final Identity identity;
  private final boolean usb;

  /**
   * The blacklist of a configuration.
   *
   * @param blacklist the rules in force
   * @param exceptions the exceptions in force
   * @param chains the same configuration's chains
   * @param identity what the WWID is
   */
  public Blacklist(RuleSet blacklist, RuleSet exceptions, Chains chains, Identity identity) {
    this.blacklist = blacklist;
    this.exceptions = exceptions;
    this.identity = identity;
    usb = chains.daemon().setting(DaemonProperties.ALLOW_USB_DEVICES).value();
  }

  /** Whether a path is left alone. */
  public Verdict verdict(PathFacts path) {
    if (path.transport() == Transport.USB && !usb) {
      return new Verdict(true, "allow_usb_devices \"no\"");
    }
    Verdict last = Verdict.ALLOWED;
    for (Criterion criterion : criteria(path)) {
      Verdict verdict = criterion.verdict();
      if (verdict.blacklisted()) {
        return verdict;
      }
      last = verdict.rule().isEmpty() ? last : verdict;
    }
    return last;
  }

  /** Whether a device is left alone for its name. */
  public Verdict verdict(String name) {
    return text(RuleProperties.DEVNODE.keyword(), Optional.of(name));
  }

  /** One criterion's answer, found out when it is its turn. */
  private interface Criterion {
    Verdict verdict();
  }

  private List<Criterion> criteria(PathFacts path) {
    return List.of(
        () -> property(path),
        () -> verdict(path.name()),
        () -> device(path),
        () -> text(RuleProperties.PROTOCOL.keyword(), Optional.of(path.transport().protocol())),
        () ->
            text(
                RuleProperties.WWID.keyword(),
                identity.wwid(path).map(wwid -> wwid.value().text())));
  }

  private Verdict text(String keyword, Optional<String> text) {
    return text.map(
            value -> {
              Predicate<Rule> matches = rule -> rule.expression().matches(value);
              return decide(
                  exceptions.about(keyword).stream().filter(matches).findFirst(),
                  blacklist.about(keyword).stream().filter(matches).findFirst());
            })
        .orElse(Verdict.ALLOWED);
  }

  private static Verdict decide(Optional<Rule> exception, Optional<Rule> rule) {
    return exception
        .map(found -> new Verdict(false, "exception " + found.describe()))
        .or(() -> rule.map(found -> new Verdict(true, found.describe())))
        .orElse(Verdict.ALLOWED);
  }

  private Verdict device(PathFacts path) {
    Optional<DeviceRule> exception =
        exceptions.devices().stream().filter(rule -> rule.matches(path)).findFirst();
    return exception
        .map(rule -> new Verdict(false, "exception " + rule.describe()))
        .or(
            () ->
                blacklist.devices().stream()
                    .filter(rule -> rule.matches(path))
                    .findFirst()
                    .map(rule -> new Verdict(true, rule.describe())))
        .orElse(Verdict.ALLOWED);
  }

  /** The first udev property (by name, so that the answer is always the same) that a rule names. */
  private Verdict property(PathFacts path) {
    for (String name : new TreeMap<>(path.properties()).keySet()) {
      Verdict verdict = text(RuleProperties.UDEV_PROPERTY.keyword(), Optional.of(name));
      if (verdict.blacklisted() || !verdict.rule().isEmpty()) {
        return verdict;
      }
    }
    String attribute = identity.attribute(path).value();
    boolean known = !path.properties().getOrDefault(attribute, "").isEmpty();
    return known
        ? new Verdict(true, "udev property missing: none that an exception names")
        : Verdict.ALLOWED;
  }
}
