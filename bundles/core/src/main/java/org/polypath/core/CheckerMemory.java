package org.polypath.core;

import java.util.Optional;

/**
 * What a checker wants to be remembered between its answers. It belongs to that checker: another
 * one finds nothing.
 *
 * @param checker the checker's name; empty text while there is nothing
 * @param text what it said
 */
record CheckerMemory(String checker, String text) {
  static final CheckerMemory NONE = new CheckerMemory("", "");

  /** What a checker finds. */
  String of(String asking) {
    return checker.equals(asking) ? text : "";
  }

  /** The memory after an answer of a checker; without a new text it stays. */
  CheckerMemory after(String answering, Optional<String> said) {
    return said.map(words -> new CheckerMemory(answering, words)).orElse(this);
  }
}
