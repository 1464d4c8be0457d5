package org.polypath.core;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * That a map's paths are grouped otherwise than configured.
 *
 * @param policy by which policy
 * @param before by which one until now, if that was not the configured one
 * @param command who asked for it and is still to be told whether the policy answered
 */
record Regrouping(String policy, Optional<String> before, OptionalLong command) {
  /** The policy answered. */
  Regrouping accepted() {
    return new Regrouping(policy, Optional.empty(), OptionalLong.empty());
  }

  /** The policy cannot be asked: what was before holds. */
  Optional<Regrouping> refused() {
    return before.map(name -> new Regrouping(name, Optional.empty(), OptionalLong.empty()));
  }
}
