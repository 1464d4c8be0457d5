package org.polypath.config.names;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polypath.api.path.Wwid;

/**
 * A map that wants a generated name.
 *
 * @param wwid the map's WWID
 * @param prefix how generated names begin
 * @param existingName the name of the map in the kernel, if it is there
 * @param otherNames names of device-mapper devices that are not this map
 * @param fixedAliases names that the configuration gives to maps
 * @param readOnly whether no new binding may be made
 */
public record AliasRequest(
    Wwid wwid,
    String prefix,
    Optional<String> existingName,
    Set<String> otherNames,
    Map<String, Wwid> fixedAliases,
    boolean readOnly) {
  /** Copies the collections. */
  public AliasRequest {
    otherNames = Set.copyOf(otherNames);
    fixedAliases = Map.copyOf(fixedAliases);
  }

  /** A map that is not in the kernel yet, alone on the host. */
  public static AliasRequest of(Wwid wwid, String prefix) {
    return new AliasRequest(wwid, prefix, Optional.empty(), Set.of(), Map.of(), false);
  }

  /** The name of the map in the kernel, if it looks like a generated one. */
  public Optional<String> generatedName() {
    return existingName
        .filter(name -> name.startsWith(prefix))
        .filter(name -> FriendlyNumber.read(name.substring(prefix.length())).isPresent());
  }

  /** The same, for a map in the kernel under a name. */
  public AliasRequest existing(String name) {
    return new AliasRequest(wwid, prefix, Optional.of(name), otherNames, fixedAliases, readOnly);
  }

  /** The same, where others have names already. */
  public AliasRequest others(Set<String> names) {
    return new AliasRequest(wwid, prefix, existingName, names, fixedAliases, readOnly);
  }

  /** The same, where the configuration fixes names. */
  public AliasRequest fixed(Map<String, Wwid> aliases) {
    return new AliasRequest(wwid, prefix, existingName, otherNames, aliases, readOnly);
  }

  /** The same, where no new binding may be made. */
  public AliasRequest readingOnly() {
    return new AliasRequest(wwid, prefix, existingName, otherNames, fixedAliases, true);
  }
}
