package org.polypath.daemon.plugin;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.polypath.api.device.Bytes;

/**
 * What a bundle declares in its manifest that its plug-ins need of a path, header {@value #HEADER}:
 * words with blanks or commas between them. {@code scsi:12} is the command of that operation code,
 * hexadecimal; {@code scsi:a3/0a} that one with this service action; {@code read} direct reads;
 * {@code attribute:access_state} a sysfs attribute; {@code none} nothing at all. Words of other
 * kinds ({@code file:}, {@code program:}) are for people: the platform cannot enforce them.
 *
 * <p>A bundle without the header may use everything a path offers, as bundles could before there
 * was one.
 */
final class PluginNeeds {
  /** The manifest header. */
  static final String HEADER = "Polypath-Needs";

  /** What a bundle without the header has. */
  static final PluginNeeds UNDECLARED = new PluginNeeds(Optional.empty());

  /** Operation codes whose second byte tells what is meant (SPC-4 4.2.5.2). */
  private static final Set<Integer> WITH_SERVICE_ACTION =
      Set.of(0x5e, 0x5f, 0x83, 0x84, 0x9b, 0x9d, 0x9e, 0x9f, 0xa3, 0xa4, 0xa9, 0xab);

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,]+");
  private static final int SERVICE_ACTION = 0x1f;

  private final Optional<Set<String>> words;

  private PluginNeeds(Optional<Set<String>> words) {
    this.words = words;
  }

  /** Reads the header's value. */
  static PluginNeeds of(String header) {
    Set<String> words =
        BETWEEN_WORDS
            .splitAsStream(header.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    return new PluginNeeds(Optional.of(words));
  }

  /** Why a command may not be sent. */
  Optional<String> objectionTo(Bytes block) {
    String code = String.format("scsi:%02x", block.u8(0));
    String action =
        WITH_SERVICE_ACTION.contains(block.u8(0))
            ? String.format("%s/%02x", code, block.u8(1) & SERVICE_ACTION)
            : code;
    return allows(code) || allows(action) ? Optional.empty() : undeclared(action);
  }

  /** Why the disk may not be read. */
  Optional<String> objectionToRead() {
    return allows("read") ? Optional.empty() : undeclared("read");
  }

  /** Why an attribute may not be read. */
  Optional<String> objectionTo(String attribute) {
    String word = "attribute:" + attribute;
    return allows(word) ? Optional.empty() : undeclared(word);
  }

  private boolean allows(String word) {
    return words.map(set -> set.contains(word.toLowerCase(Locale.ROOT))).orElse(true);
  }

  private static Optional<String> undeclared(String word) {
    return Optional.of("used what its " + HEADER + " does not declare: " + word);
  }
}
