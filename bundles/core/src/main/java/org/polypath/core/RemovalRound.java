package org.polypath.core;

import java.util.ArrayList;
import java.util.List;

/** The removals that one {@code del maps} asked for. */
final class RemovalRound {
  int pending;
  final List<String> stayed = new ArrayList<>();

  RemovalRound copy() {
    RemovalRound copy = new RemovalRound();
    copy.pending = pending;
    copy.stayed.addAll(stayed);
    return copy;
  }
}
