package org.polypath.config.names;

import java.util.Optional;
import org.polypath.api.path.Wwid;

/**
 * Chooses generated names: what the map has and what is bound to it first, else the first number
 * that is free. A pure function.
 */
public final class AliasAllocation {
  private final Bindings all;
  private final Bindings bindings;
  private final AliasRequest request;

  private AliasAllocation(Bindings all, AliasRequest request) {
    this.all = all;
    this.bindings = all.without(request.fixedAliases());
    this.request = request;
  }

  /** Chooses a name for a map. */
  public static AliasChoice choose(Bindings bindings, AliasRequest request) {
    return new AliasAllocation(bindings, request).choose();
  }

  private AliasChoice choose() {
    Optional<String> existing = request.existingName();
    boolean ours = existing.flatMap(this::owner).filter(request.wwid()::equals).isPresent();
    if (existing.isPresent() && ours) {
      return chosen(existing.get(), all, "the map has this name and it is bound to its WWID");
    }
    String refusal =
        existing
            .flatMap(
                name ->
                    owner(name)
                        .map(
                            owner ->
                                "alias "
                                    + name
                                    + " already bound to wwid "
                                    + owner
                                    + ", cannot reuse; "))
            .orElse("");
    return bound(refusal).or(this::kept).orElseGet(() -> allocated(refusal));
  }

  private Optional<Wwid> owner(String alias) {
    return bindings.wwid(alias).or(() -> Optional.ofNullable(request.fixedAliases().get(alias)));
  }

  private Optional<AliasChoice> bound(String refusal) {
    return bindings
        .alias(request.wwid())
        .map(
            alias ->
                request.otherNames().contains(alias)
                    ? none("alias " + alias + " is bound to the WWID but names another device")
                    : chosen(alias, all, refusal + "bound to the WWID"));
  }

  /** The name the map has, if it is of our kind and nobody's. */
  private Optional<AliasChoice> kept() {
    return request
        .generatedName()
        .filter(name -> owner(name).isEmpty())
        .filter(name -> !request.readOnly())
        .map(name -> bind(name, "the map has this name and it was not bound"));
  }

  private AliasChoice allocated(String refusal) {
    if (request.readOnly()) {
      return none(refusal + "nothing is bound to the WWID and no binding may be made");
    }
    int first = all.firstUnbound(request.prefix());
    for (int number = first; number < Integer.MAX_VALUE; number++) {
      String name = request.prefix() + FriendlyNumber.write(number);
      boolean taken = all.wwid(name).isPresent() || owner(name).isPresent();
      if (!taken && !request.otherNames().contains(name)) {
        return bind(name, refusal + "the first free name");
      }
    }
    return none(refusal + "no name is free");
  }

  private AliasChoice bind(String alias, String reason) {
    // a line that contradicts the configuration would keep its WWID from getting a name: it goes
    Bindings base = all.alias(request.wwid()).isPresent() ? bindings : all;
    return chosen(alias, base.with(alias, request.wwid()), reason);
  }

  private static AliasChoice chosen(String alias, Bindings bindings, String reason) {
    return new AliasChoice(Optional.of(alias), bindings, reason);
  }

  private AliasChoice none(String reason) {
    return new AliasChoice(Optional.empty(), all, reason + ": the WWID is the name");
  }
}
