package org.polypath.core;

import java.util.OptionalLong;

/**
 * That a map's paths are grouped otherwise than configured.
 *
 * @param policy by which policy
 * @param command who asked for it and is still to be told whether the policy answered
 */
record Regrouping(String policy, OptionalLong command) {
  Regrouping answered() {
    return new Regrouping(policy, OptionalLong.empty());
  }
}
