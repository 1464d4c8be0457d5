package org.polypath.config.property;

import java.util.Optional;
import org.polypath.api.settings.ReservationKey;

/** A key for persistent reservations (SPC-4 5.13); or {@code file}. */
final class ReservationKeyOrFile implements ValueType<String> {
  static final ReservationKeyOrFile TYPE = new ReservationKeyOrFile();

  private ReservationKeyOrFile() {}

  @Override
  public Reading<String> read(String keyword, String text) {
    if (text.equals("file")) {
      return Reading.of(text);
    }
    Optional<ReservationKey> key = ReservationKey.parse(text);
    return key.isPresent()
        ? Reading.of(key.get().text())
        : Reading.none(
            Complaint.error("invalid value for " + keyword + ": \"" + text + "\"", wanted()));
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
