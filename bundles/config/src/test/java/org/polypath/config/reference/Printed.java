package org.polypath.config.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A printed configuration as lines {@code section/keyword value}, with what only one of the two
 * programs can say left out. It is read here by other code than the product's.
 */
final class Printed {
  /** Keywords that Debian's 0.9.4 does not know yet, or prints though they do nothing. */
  private static final Set<String> ONE_SIDED =
      Set.of(
          "bindings_file",
          "wwids_file",
          "prkeys_file",
          "disable_changed_wwids",
          "detect_pgpolicy",
          "detect_pgpolicy_use_tpg",
          "auto_resize",
          "purge_disconnected",
          "max_retries");

  /** The program multipath, unlike the daemon, sets these itself. */
  private static final Set<String> SET_BY_THE_PROGRAM = Set.of("retrigger_tries", "force_sync");

  /** Old words for the same. */
  private static final Map<String, String> OLD_VALUES =
      Map.of(
          "flush_on_last_del no",
          "flush_on_last_del unused",
          "flush_on_last_del yes",
          "flush_on_last_del always");

  private Printed() {}

  /** The sections; values in one are sorted, sections stay in order. */
  static List<String> normalize(String text) {
    List<String> result = new ArrayList<>();
    List<String> values = new ArrayList<>();
    List<String> path = new ArrayList<>();
    for (String raw : text.lines().toList()) {
      String line = raw.strip();
      if (line.endsWith("{")) {
        flush(values, result);
        path.add(line.substring(0, line.length() - 1).strip());
        result.add("section " + String.join("/", path));
      } else if (line.equals("}")) {
        flush(values, result);
        path.remove(path.size() - 1);
      } else if (!line.isEmpty()) {
        value(line, path).ifPresent(values::add);
      }
    }
    flush(values, result);
    return result;
  }

  private static void flush(List<String> values, List<String> result) {
    values.stream().sorted().forEach(result::add);
    values.clear();
  }

  private static java.util.Optional<String> value(String line, List<String> path) {
    int blank = line.indexOf(' ');
    String keyword = line.substring(0, blank);
    String value = line.substring(blank + 1);
    if (value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")) {
      value = value.substring(1, value.length() - 1);
    }
    if (ONE_SIDED.contains(keyword) || SET_BY_THE_PROGRAM.contains(keyword)) {
      return java.util.Optional.empty();
    }
    String plain = keyword + " " + value.strip().replaceAll("\\s+", " ");
    return java.util.Optional.of(
        String.join("/", path) + "/" + OLD_VALUES.getOrDefault(plain, keyword + " " + value));
  }
}
