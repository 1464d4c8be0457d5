package org.polypath.api.names;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.polypath.api.path.Wwid;

/**
 * Keeps generated names, so that a map is called the same whenever it is made. The platform's own
 * store is the file {@code /etc/multipath/bindings} of this host; a store for all nodes of a
 * cluster is a plug-in. Stores are services: the one with the highest {@code service.ranking}
 * serves, and a plug-in beats the file whatever its ranking. They come and go at any time.
 *
 * <p>Which name a map gets the platform decides; a store keeps the decision and refuses one that
 * contradicts another node's. A store that fails costs new maps their generated names, no more:
 * maps that are there keep theirs, new ones are called by their WWIDs, and the platform says so.
 *
 * <p>A store is asked by one thread at a time, one question after the other, and has ten seconds
 * for each. One that has not come back is not asked again until it does.
 *
 * <pre>{@code
 * @Component
 * public final class NamesInMemory implements BindingsStore {
 *   private final Map<String, Wwid> names = new HashMap<>();
 *
 *   @Override
 *   public StoredBindings read() {
 *     return new StoredBindings(names, Set.of());
 *   }
 *
 *   @Override
 *   public boolean bind(String alias, Wwid wwid, Optional<String> previous) {
 *     Optional<String> now =
 *         names.keySet().stream().filter(name -> names.get(name).equals(wwid)).findFirst();
 *     if (names.containsKey(alias) || !now.equals(previous)) {
 *       return false;
 *     }
 *     previous.ifPresent(names::remove);
 *     names.put(alias, wwid);
 *     return true;
 *   }
 * }
 * }</pre>
 */
@ConsumerType
public interface BindingsStore {
  /**
   * What is kept, as of now: what another node has bound before is in it.
   *
   * @throws BindingsStoreException if that cannot be told
   */
  StoredBindings read();

  /**
   * Binds a name to a WWID in one step, provided that nobody else has bound either meanwhile. When
   * this returns, the binding outlasts a power loss.
   *
   * @param alias a name that is bound to no WWID
   * @param wwid the WWID
   * @param previous the name that is bound to the WWID so far and is given up; empty if none is
   * @return whether it is bound; if not, the name is somebody else's, or the WWID's name is another
   *     than the previous one: the platform reads again, and chooses again
   * @throws BindingsStoreException if nothing can be bound; nothing is changed then
   */
  boolean bind(String alias, Wwid wwid, Optional<String> previous);
}
