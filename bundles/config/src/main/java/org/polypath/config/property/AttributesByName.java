package org.polypath.config.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** udev properties by the beginning of a device's name: {@code sd:ID_SERIAL nvme:ID_WWN}. */
public final class AttributesByName implements ValueType<List<AttributesByName.Attribute>> {
  static final AttributesByName TYPE = new AttributesByName();

  private AttributesByName() {}

  /**
   * One record.
   *
   * @param prefix how the device's name begins
   * @param property the udev property
   */
  public record Attribute(String prefix, String property) {}

  /** The property for a device's name: of the first record that fits. */
  public static Optional<String> find(List<Attribute> records, String name) {
    return records.stream()
        .filter(record -> name.startsWith(record.prefix()))
        .map(Attribute::property)
        .findFirst();
  }

  @Override
  public Reading<List<Attribute>> read(String keyword, String text) {
    List<Attribute> records = new ArrayList<>();
    Optional<Complaint> complaint = Optional.empty();
    // the same blanks at the ends as between: what is printed must read back
    for (String word : text.replaceAll("^\\s+|\\s+$", "").split("\\s+", -1)) {
      int colon = word.indexOf(':');
      if (colon > 0 && colon < word.length() - 1) {
        records.add(new Attribute(word.substring(0, colon), word.substring(colon + 1)));
      } else {
        complaint =
            Optional.of(
                Complaint.warning("invalid record in " + keyword + ": " + word, "record ignored"));
      }
    }
    Optional<List<Attribute>> value =
        records.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(records));
    return new Reading<>(value, complaint);
  }

  @Override
  public String write(List<Attribute> value) {
    return Quoted.of(
        value.stream()
            .map(record -> record.prefix() + ":" + record.property())
            .collect(Collectors.joining(" ")));
  }

  @Override
  public String wanted() {
    return "prefix:PROPERTY, separated by blanks";
  }
}
