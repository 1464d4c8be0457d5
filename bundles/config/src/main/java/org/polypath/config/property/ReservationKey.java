package org.polypath.config.property;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A persistent reservation key (SPC-4 5.13): 8 bytes, not all zero; or {@code file}. */
final class ReservationKey implements ValueType<String> {
  static final ReservationKey TYPE = new ReservationKey();

  private static final Pattern KEY =
      Pattern.compile("(?:0[xX])?0*([0-9a-fA-F]{1,16})(:aptpl)?", Pattern.CASE_INSENSITIVE);

  private ReservationKey() {}

  @Override
  public Reading<String> read(String keyword, String text) {
    Matcher key = KEY.matcher(text);
    if (text.equals("file")) {
      return Reading.of(text);
    }
    if (!key.matches() || key.group(1).equals("0")) {
      return Reading.none(
          Complaint.error("invalid value for " + keyword + ": \"" + text + "\"", wanted()));
    }
    String flag = key.group(2) == null ? "" : ":aptpl";
    return Reading.of("0x" + key.group(1).toLowerCase(Locale.ROOT) + flag);
  }

  @Override
  public String write(String value) {
    return value.equals("file") ? Quoted.of(value) : value;
  }

  @Override
  public String wanted() {
    return "a hexadecimal number of up to 16 digits, :aptpl after it or not; or file";
  }
}
