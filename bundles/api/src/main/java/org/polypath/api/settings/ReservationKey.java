package org.polypath.api.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key under which a host registers for persistent reservations (SPC-4 5.13).
 *
 * @param value its eight bytes as one number, not 0
 * @param throughPowerLoss whether the registration is to survive the array's loss of power (the bit
 *     APTPL)
 */
public record ReservationKey(long value, boolean throughPowerLoss) {
  private static final Pattern TEXT =
      Pattern.compile("(?:0x)?0*([0-9a-f]{1,16})(:aptpl)?", Pattern.CASE_INSENSITIVE);

  private static final int HEXADECIMAL = 16;

  /** Refuses 0, which is no key. */
  public ReservationKey {
    if (value == 0) {
      throw new IllegalArgumentException("0 is no reservation key");
    }
  }

  /** Reads up to 16 hexadecimal digits, {@code 0x} before them and {@code :aptpl} after or not. */
  public static Optional<ReservationKey> parse(String text) {
    Matcher key = TEXT.matcher(text);
    if (!key.matches() || key.group(1).equals("0")) {
      return Optional.empty();
    }
    long value = Long.parseUnsignedLong(key.group(1), HEXADECIMAL);
    return Optional.of(new ReservationKey(value, key.group(2) != null));
  }

  /** As users write it, for instance {@code 0x1234} or {@code 0x1234:aptpl}. */
  public String text() {
    return "0x" + Long.toHexString(value) + (throughPowerLoss ? ":aptpl" : "");
  }
}
