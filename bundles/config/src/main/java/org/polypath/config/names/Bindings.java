package org.polypath.config.names;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  public static final Bindings EMPTY = new Bindings(Map.of(), Map.of());

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

  private final Map<String, Wwid> byAlias;
  private final Map<Wwid, String> byWwid;

  private Bindings(Map<String, Wwid> byAlias, Map<Wwid, String> byWwid) {
    this.byAlias = byAlias;
    this.byWwid = byWwid;
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
    return new Parsed(new Bindings(byAlias, byWwid), List.copyOf(findings));
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

  /** The alias of a WWID. */
  public Optional<String> alias(Wwid wwid) {
    return Optional.ofNullable(byWwid.get(wwid));
  }

  /** The WWID of an alias. */
  public Optional<Wwid> wwid(String alias) {
    return Optional.ofNullable(byAlias.get(alias));
  }

  /** How many bindings there are. */
  public int size() {
    return byAlias.size();
  }

  /** The bindings by alias. */
  public Map<String, Wwid> asMap() {
    return Collections.unmodifiableMap(byAlias);
  }

  /**
   * These and one more.
   *
   * @throws IllegalArgumentException if the alias or the WWID is bound otherwise
   */
  public Bindings with(String alias, Wwid wwid) {
    if (wwid.equals(byAlias.get(alias))) {
      return this;
    }
    if (byAlias.containsKey(alias) || byWwid.containsKey(wwid)) {
      throw new IllegalArgumentException(
          "cannot bind \"" + alias + "\" to " + wwid + ": one of them is bound already");
    }
    Map<String, Wwid> moreAliases = new HashMap<>(byAlias);
    moreAliases.put(alias, wwid);
    Map<Wwid, String> moreWwids = new HashMap<>(byWwid);
    moreWwids.put(wwid, alias);
    return new Bindings(moreAliases, moreWwids);
  }

  /** These without the bindings that contradict names fixed in the configuration. */
  public Bindings without(Map<String, Wwid> fixedAliases) {
    Map<String, Wwid> left =
        byAlias.entrySet().stream()
            .filter(
                binding -> {
                  Wwid fixed = fixedAliases.get(binding.getKey());
                  return fixed == null || fixed.equals(binding.getValue());
                })
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return left.size() == byAlias.size()
        ? this
        : new Bindings(
            left,
            left.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey)));
  }

  /** The text of the file: the header, then the bindings by length of alias, then by alias. */
  public String print() {
    return byAlias.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, Wwid>>comparingInt(binding -> binding.getKey().length())
                .thenComparing(Map.Entry::getKey))
        .map(binding -> binding.getKey() + " " + binding.getValue() + "\n")
        .collect(Collectors.joining("", HEADER, ""));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bindings bindings && byAlias.equals(bindings.byAlias);
  }

  @Override
  public int hashCode() {
    return byAlias.hashCode();
  }

  @Override
  public String toString() {
    return byAlias.toString();
  }
}
