package org.polypath.core;

import java.util.Optional;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.PathState;
import org.polypath.api.path.Wwid;

/** A path as the array has it. */
final class FakeDevice {
  PathFacts facts;
  PathState state = PathState.UP;
  int priority = 50;
  boolean silent;

  /** Whether it says with its next answer that something changed. */
  boolean attention;

  /** Whether the kernel does not learn its size even when it asks again. */
  boolean hidesSize;

  /** Of so many reads so many fail. */
  int errorsPerMille;

  /** What its checker wants to be remembered. */
  Optional<String> pathMemory = Optional.empty();

  Optional<String> mapMemory = Optional.empty();

  /** What the device itself says it is, whatever discovery believes. */
  Optional<Wwid> identity;

  FakeDevice(PathFacts facts) {
    this.facts = facts;
    this.identity = facts.pageIdentifier();
  }
}
