package org.polypath.config.names;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.ReservationKey;

/**
 * The keys for persistent reservations: the content of the prkeys file. Immutable.
 *
 * @param all the keys in the order of the file
 */
public record ReservationKeys(Map<Wwid, ReservationKey> all) {
  private static final String HEADER =
      """
      # Multipath persistent reservation keys, Version : 1.0
      # NOTE: This file is automatically maintained by multipathd.
      # You should not need to edit this file in normal circumstances.
      #
      # Keys and WWIDs; 0X before a key that is to survive the loss of power:
      """;

  private static final String THROUGH_POWER_LOSS = "0X";

  /** Copies the map; the order stays. */
  public ReservationKeys {
    all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
  }

  /**
   * Reads the text of a file: lines {@code 0xKEY WWID}, or {@code 0XKEY WWID} for a key that is to
   * survive the loss of power. Anything else is a comment; of two lines the later counts.
   */
  public static ReservationKeys parse(String text) {
    Map<Wwid, ReservationKey> found = new LinkedHashMap<>();
    text.lines()
        .map(line -> line.strip().split("\\s+"))
        .filter(words -> words.length == 2 && Wwid.isValid(words[1]))
        .forEach(words -> key(words[0]).ifPresent(key -> found.put(new Wwid(words[1]), key)));
    return new ReservationKeys(found);
  }

  private static Optional<ReservationKey> key(String word) {
    boolean counts = word.toLowerCase(Locale.ROOT).startsWith("0x") && !word.contains(":");
    return counts
        ? ReservationKey.parse(word)
            .map(key -> new ReservationKey(key.value(), word.startsWith(THROUGH_POWER_LOSS)))
        : Optional.empty();
  }

  /** These, with another key of one disk; an empty one takes its key away. */
  public ReservationKeys with(Wwid wwid, Optional<ReservationKey> key) {
    Map<Wwid, ReservationKey> next = new LinkedHashMap<>(all);
    key.ifPresentOrElse(value -> next.put(wwid, value), () -> next.remove(wwid));
    return new ReservationKeys(next);
  }

  /** The text of the file. */
  public String print() {
    return all.entrySet().stream()
        .map(entry -> line(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining("", HEADER, ""));
  }

  private static String line(Wwid wwid, ReservationKey key) {
    String prefix = key.throughPowerLoss() ? THROUGH_POWER_LOSS : "0x";
    return "%s%016x %s%n".formatted(prefix, key.value(), wwid.text());
  }
}
