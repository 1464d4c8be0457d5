package org.polypath.config.names;

import java.util.Optional;

/**
 * The name chosen for a map.
 *
 * @param alias the name; empty: the WWID is the name
 * @param bindings the bindings after the choice; to be written if they differ from those before
 * @param reason why, in one line
 */
public record AliasChoice(Optional<String> alias, Bindings bindings, String reason) {}
