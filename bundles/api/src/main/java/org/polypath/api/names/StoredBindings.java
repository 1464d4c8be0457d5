package org.polypath.api.names;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.polypath.api.path.Wwid;

/**
 * What a store keeps.
 *
 * @param byAlias WWIDs by the names bound to them; no WWID twice, no name with a slash or blanks
 * @param reserved names that are bound to nobody and given to nobody
 */
public record StoredBindings(Map<String, Wwid> byAlias, Set<String> reserved) {
  private static final Pattern ALIAS = Pattern.compile("[^/\\s]+");

  /**
   * Copies the collections.
   *
   * @throws IllegalArgumentException if a WWID has two names, or a name cannot be one
   */
  public StoredBindings {
    byAlias = Map.copyOf(byAlias);
    reserved = Set.copyOf(reserved);
    if (Set.copyOf(byAlias.values()).size() < byAlias.size()) {
      throw new IllegalArgumentException("a WWID is bound to two names");
    }
    for (String alias : byAlias.keySet()) {
      if (!ALIAS.matcher(alias).matches()) {
        throw new IllegalArgumentException("no name for a map: \"" + alias + "\"");
      }
    }
  }
}
