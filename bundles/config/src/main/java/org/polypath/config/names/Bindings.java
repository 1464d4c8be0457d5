package org.polypath.config.names;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.Finding;
import org.polypath.api.settings.Finding.Severity;

/**
 * Which alias belongs to which WWID: the content of the bindings file. Each alias has one WWID and
 * each WWID one alias. Immutable.
 */
public final class Bindings {
  /** No bindings. */
  public static final Bindings EMPTY = of(Map.of(), Map.of());

  private static final String HEADER =
      """
      # Multipath bindings, Version : 1.0
      # NOTE: this file is automatically maintained by the multipath program.
      # You should not need to edit this file in normal circumstances.
      #
      # Format:
      # alias wwid
      #
      """;

  private final GrowingMap<String, Wwid> byAlias;
  private final GrowingMap<Wwid, String> byWwid;

  /** By prefix: every name with a smaller number is bound. Spares looking at them all again. */
  private final Map<String, Integer> firstUnbound;

  private Bindings(
      GrowingMap<String, Wwid> byAlias,
      GrowingMap<Wwid, String> byWwid,
      Map<String, Integer> firstUnbound) {
    this.byAlias = byAlias;
    this.byWwid = byWwid;
    this.firstUnbound = new ConcurrentHashMap<>(firstUnbound);
  }

  /**
   * What a file says.
   *
   * @param bindings its bindings
   * @param findings lines that are not used, and why
   */
  public record Parsed(Bindings bindings, List<Finding> findings) {}

  /** Reads the text of a file. Of several lines for one alias or one WWID the first holds. */
  public static Parsed parse(String file, String text) {
    Map<String, Wwid> byAlias = new HashMap<>();
    Map<Wwid, String> byWwid = new HashMap<>();
    List<Finding> findings = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      int comment = line.indexOf('#');
      String content = (comment < 0 ? line : line.substring(0, comment)).strip();
      if (!content.isEmpty()) {
        int at = number;
        add(content.split("\\s+", -1), byAlias, byWwid)
            .ifPresent(
                problem ->
                    findings.add(new Finding(Severity.WARNING, file, at, problem, "line ignored")));
      }
    }
    return new Parsed(of(byAlias, byWwid), List.copyOf(findings));
  }

  private static Optional<String> add(
      String[] words, Map<String, Wwid> byAlias, Map<Wwid, String> byWwid) {
    if (words.length < 2 || !Wwid.isValid(words[1])) {
      return Optional.of("no WWID for alias \"" + words[0] + "\"");
    }
    String alias = words[0];
    Wwid wwid = new Wwid(words[1]);
    if (alias.indexOf('/') >= 0) {
      return Optional.of("alias \"" + alias + "\" has a slash");
    }
    Wwid known = byAlias.get(alias);
    if (known != null) {
      return Optional.of("alias \"" + alias + "\" is already bound to " + known);
    }
    String other = byWwid.get(wwid);
    if (other != null) {
      return Optional.of("WWID " + wwid + " is already bound to \"" + other + "\"");
    }
    byAlias.put(alias, wwid);
    byWwid.put(wwid, alias);
    return Optional.empty();
  }

  /** These bindings; no WWID twice. */
  public static Bindings of(Map<String, Wwid> byAlias) {
    Map<Wwid, String> byWwid = new HashMap<>();
    byAlias.forEach((alias, wwid) -> byWwid.put(wwid, alias));
    return of(byAlias, byWwid);
  }

  private static Bindings of(Map<String, Wwid> byAlias, Map<Wwid, String> byWwid) {
    return new Bindings(GrowingMap.of(byAlias), GrowingMap.of(byWwid), Map.of());
  }

  /** The alias of a WWID. */
  public Optional<String> alias(Wwid wwid) {
    return byWwid.get(wwid);
  }

  /** The WWID of an alias. */
  public Optional<Wwid> wwid(String alias) {
    return byAlias.get(alias);
  }

  /** How many bindings there are. */
  public int size() {
    return byAlias.size();
  }

  /** The bindings by alias. */
  public Map<String, Wwid> asMap() {
    return Collections.unmodifiableMap(byAlias.copy());
  }

  /**
   * These and one more.
   *
   * @throws IllegalArgumentException if the alias or the WWID is bound otherwise
   */
  public Bindings with(String alias, Wwid wwid) {
    if (wwid(alias).filter(wwid::equals).isPresent()) {
      return this;
    }
    if (byAlias.has(alias) || byWwid.has(wwid)) {
      throw new IllegalArgumentException(
          "cannot bind \"" + alias + "\" to " + wwid + ": one of them is bound already");
    }
    return new Bindings(byAlias.with(alias, wwid), byWwid.with(wwid, alias), firstUnbound);
  }

  /** The least number of a name that begins with a prefix and is not bound. */
  int firstUnbound(String prefix) {
    int number = firstUnbound.getOrDefault(prefix, 1);
    while (byAlias.has(prefix + FriendlyNumber.write(number))) {
      number++;
    }
    firstUnbound.put(prefix, number);
    return number;
  }

  /** These without the bindings that contradict names fixed in the configuration. */
  public Bindings without(Map<String, Wwid> fixedAliases) {
    List<String> contradicting =
        fixedAliases.entrySet().stream()
            .filter(
                fixed -> wwid(fixed.getKey()).filter(w -> !w.equals(fixed.getValue())).isPresent())
            .map(Map.Entry::getKey)
            .toList();
    if (contradicting.isEmpty()) {
      return this;
    }
    return without(contradicting);
  }

  /** These without what is bound to a WWID. */
  public Bindings without(Wwid wwid) {
    return alias(wwid).map(alias -> without(List.of(alias))).orElse(this);
  }

  private Bindings without(List<String> bound) {
    Map<String, Wwid> aliases = byAlias.copy();
    Map<Wwid, String> wwids = byWwid.copy();
    bound.forEach(alias -> wwids.remove(aliases.remove(alias)));
    return of(aliases, wwids);
  }

  /** The text of the file: the header, then the bindings by length of alias, then by alias. */
  public String print() {
    return byAlias.copy().entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, Wwid>>comparingInt(binding -> binding.getKey().length())
                .thenComparing(Map.Entry::getKey))
        .map(binding -> binding.getKey() + " " + binding.getValue() + "\n")
        .collect(Collectors.joining("", HEADER, ""));
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Bindings bindings
            && size() == bindings.size()
            && asMap().equals(bindings.asMap()));
  }

  @Override
  public int hashCode() {
    return asMap().hashCode();
  }

  @Override
  public String toString() {
    return asMap().toString();
  }
}
