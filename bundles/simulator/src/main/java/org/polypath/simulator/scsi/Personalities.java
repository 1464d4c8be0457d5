package org.polypath.simulator.scsi;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The personalities by the words of scenarios. */
public final class Personalities {
  /** The word of an array that does what the standard says and no more. */
  public static final String STANDARD = "standard";

  private static final Map<String, Personality> BY_WORD =
      new TreeMap<>(
          Map.of(
              STANDARD,
              new Personality() {},
              "clariion",
              new Clariion(),
              "datacore",
              new DataCore(),
              "hds",
              new HitachiModular(),
              "hp_sw",
              new StorageWorks(),
              "ontap",
              new Ontap(),
              "rdac",
              new Rdac()));

  private Personalities() {}

  /** The personality of a word; empty if there is none. */
  public static Optional<Personality> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  /** All words, for messages. */
  public static String words() {
    return String.join(", ", BY_WORD.keySet());
  }
}
