package org.polypath.selector.ioaffinity;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A set of processors as the kernel writes it: hexadecimal, in parts of 32 processors with commas
 * between them, the highest first.
 *
 * @param bits bit 0 is processor 0
 */
record ProcessorMask(BigInteger bits) {
  private static final int HEXADECIMAL = 16;
  private static final int PART_DIGITS = 8;

  /** The processors {@code first}, {@code first + step}, and so on below {@code count}. */
  static ProcessorMask every(int first, int step, int count) {
    BigInteger bits = BigInteger.ZERO;
    for (int processor = first; processor < count; processor += step) {
      bits = bits.setBit(processor);
    }
    return new ProcessorMask(bits);
  }

  /** Reads one; empty if the text is none. */
  static Optional<ProcessorMask> parse(String text) {
    if (!text.matches("[0-9a-fA-F]{1,8}(,[0-9a-fA-F]{8})*")) {
      return Optional.empty();
    }
    return Optional.of(new ProcessorMask(new BigInteger(text.replace(",", ""), HEXADECIMAL)));
  }

  /** Whether a processor is in it. */
  boolean has(int processor) {
    return bits.testBit(processor);
  }

  /** As the kernel reads it. */
  String text() {
    StringBuilder text = new StringBuilder(bits.toString(HEXADECIMAL));
    for (int at = text.length() - PART_DIGITS; at > 0; at -= PART_DIGITS) {
      text.insert(at, ',');
    }
    return text.toString();
  }
}
