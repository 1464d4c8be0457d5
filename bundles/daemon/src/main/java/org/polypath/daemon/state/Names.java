package org.polypath.daemon.state;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.polypath.api.names.BindingsStore;
import org.polypath.api.names.BindingsStoreException;
import org.polypath.api.names.StoredBindings;
import org.polypath.api.path.Wwid;
import org.polypath.config.names.AliasAllocation;
import org.polypath.config.names.AliasChoice;
import org.polypath.config.names.AliasRequest;
import org.polypath.config.names.Bindings;
import org.polypath.core.effect.Effect.NameMap;
import org.polypath.core.event.Event.MapNamed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Generated names, kept in a store. One thread uses it.
 *
 * <p>A live map that has a generated name keeps it, whatever the store says: stores come and go,
 * and files are edited, while somebody has the name open. The store's word holds when the map is
 * made anew. Only a name that the configuration gives to another map is given up.
 */
final class Names {
  private static final Logger LOG = LoggerFactory.getLogger(Names.class);

  /** How often somebody else may be faster. */
  private static final int TRIES = 10;

  private final BindingsStore file;
  private final Supplier<Optional<BindingsStore>> plugin;
  private final Set<String> reported = new HashSet<>();

  /** What was stored at the last look, made ready to choose from. */
  private Optional<Known> known = Optional.empty();

  /**
   * Asks nothing yet.
   *
   * @param file serves where no plug-in does
   * @param plugin the store of the plug-in that serves now, if there is one
   */
  Names(BindingsStore file, Supplier<Optional<BindingsStore>> plugin) {
    this.file = file;
    this.plugin = plugin;
  }

  /** Finds a map's name; a new one is written down before it is used. */
  MapNamed name(NameMap effect, Map<String, Wwid> fixedAliases) {
    AliasRequest request =
        new AliasRequest(
            effect.wwid(),
            effect.prefix(),
            effect.kernelName(),
            effect.takenNames(),
            fixedAliases,
            !effect.record());
    try {
      AliasChoice choice = choose(plugin.get().orElse(file), request);
      String name = choice.alias().orElse(effect.wwid().text());
      return new MapNamed(effect.wwid(), effect.number(), name, choice.reason());
    } catch (BindingsStoreException e) {
      // without the store no name is known to be free: the one the map has is, and its WWID
      report("names cannot be looked up: " + e.getMessage());
      String name = effect.kernelName().orElse(effect.wwid().text());
      return new MapNamed(effect.wwid(), effect.number(), name, e.getMessage());
    }
  }

  private AliasChoice choose(BindingsStore store, AliasRequest request) {
    for (int tried = 0; tried < TRIES; tried++) {
      StoredBindings stored = store.read();
      Bindings before = ready(stored);
      AliasRequest open = request.others(union(request.otherNames(), stored.reserved()));
      AliasChoice choice = AliasAllocation.choose(before, open);
      Optional<String> live = liveName(request);
      if (live.isPresent() && !choice.alias().equals(live)) {
        return kept(live.get(), choice, request.wwid());
      }
      Optional<String> fresh = choice.alias().filter(alias -> before.wwid(alias).isEmpty());
      if (fresh.isEmpty()
          || store.bind(fresh.get(), request.wwid(), before.alias(request.wwid()))) {
        return choice;
      }
    }
    throw new BindingsStoreException("each name that was chosen was bound by somebody else first");
  }

  private record Known(StoredBindings stored, Bindings bindings) {}

  private Bindings ready(StoredBindings stored) {
    if (known.filter(before -> before.stored().equals(stored)).isEmpty()) {
      known = Optional.of(new Known(stored, Bindings.of(stored.byAlias())));
    }
    return known.get().bindings();
  }

  /** The generated name of a map in the kernel, unless the configuration wants it for another. */
  private static Optional<String> liveName(AliasRequest request) {
    return request.generatedName().filter(name -> !request.fixedAliases().containsKey(name));
  }

  private AliasChoice kept(String name, AliasChoice choice, Wwid wwid) {
    String anew = choice.alias().orElse(wwid.text());
    report("map " + name + " keeps its name; made anew it is called " + anew);
    return new AliasChoice(Optional.of(name), choice.bindings(), "kept; " + choice.reason());
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    Set<String> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }

  private void report(String message) {
    if (reported.add(message)) {
      LOG.warn("{}", message);
    }
  }
}
