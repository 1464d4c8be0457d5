package org.polypath.vendors;

import java.util.LinkedHashMap;
import java.util.Map;

/** The hardware entries of a printed configuration. Read here by other code than the product's. */
final class PrintedDevices {
  private PrintedDevices() {}

  /**
   * The entries in order.
   *
   * @return by {@code VENDOR PRODUCT}: values by keyword, without quotes
   */
  static Map<String, Map<String, String>> of(String printed) {
    Map<String, Map<String, String>> entries = new LinkedHashMap<>();
    int begin = printed.indexOf("\ndevices {");
    String section = printed.substring(begin, printed.indexOf("\n}", begin));
    for (String entry : section.split("device \\{", -1)) {
      Map<String, String> values = values(entry);
      if (values.containsKey("vendor")) {
        String hardware = values.remove("vendor") + " " + values.remove("product");
        if (entries.put(hardware, values) != null) {
          throw new AssertionError("printed twice: " + hardware);
        }
      }
    }
    return entries;
  }

  private static Map<String, String> values(String entry) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : entry.lines().map(String::strip).toList()) {
      int blank = line.indexOf(' ');
      if (blank > 0 && !line.endsWith("{")) {
        values.put(line.substring(0, blank), unquoted(line.substring(blank + 1).strip()));
      }
    }
    return values;
  }

  private static String unquoted(String value) {
    return value.startsWith("\"")
        ? value.substring(1, value.length() - 1).replace("\"\"", "\"")
        : value;
  }
}
