package org.polypath.control.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as people read them. */
final class Scale {
  private static final String UNITS = "KMGTP";
  private static final int BAR_LENGTH = 10;

  private Scale() {}

  /** A size, for instance {@code 8.0M} or {@code 120G}, from its number of 512-byte sectors. */
  static String size(long sectors) {
    double value = sectors / 2.0;
    int unit = 0;
    while (value >= 1024 && unit < UNITS.length() - 1) {
      value /= 1024;
      unit++;
    }
    // ties go to the even digit, as printf in C rounds
    BigDecimal number = new BigDecimal(value).setScale(value < 10 ? 1 : 0, RoundingMode.HALF_EVEN);
    return number.toPlainString() + UNITS.charAt(unit);
  }

  /** A bar and its figures, for instance {@code XXXXX..... 4/8}; no bar without a total. */
  static String progress(int current, int total) {
    String figures = " " + current + "/" + total;
    if (total <= 0) {
      return figures;
    }
    int filled = Math.max(0, Math.min(BAR_LENGTH, BAR_LENGTH * current / total));
    return "X".repeat(filled) + ".".repeat(BAR_LENGTH - filled) + figures;
  }
}
