package org.polypath.control.pathrules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.polypath.api.settings.Configuration;
import org.polypath.control.pathrules.PrintedConfiguration.Section;

/**
 * What {@code multipath -u} and {@code -c} need of the configuration, one fact a line, words
 * separated by tabs. {@code lib/path-check.sh} reads it; expressions stay as they are, POSIX
 * extended, since the shell matches them as the reference does.
 */
public final class PathRules {
  private static final String HEADER = "# for lib/path-check.sh; made from the configuration";

  /** Criteria with one expression, as keywords of the configuration. */
  private static final List<String> CRITERIA = List.of("devnode", "property", "protocol", "wwid");

  private static final List<String> SETTINGS =
      List.of(
          "find_multipaths",
          "find_multipaths_timeout",
          "uid_attrs",
          "allow_usb_devices",
          "wwids_file",
          "partition_delimiter");

  private static final String ANYTHING = ".*";

  private final List<String> lines = new ArrayList<>();

  private PathRules() {}

  /** The rules of a configuration in force. */
  public static String of(Configuration configuration) {
    return of(configuration.print());
  }

  static String of(String printed) {
    PrintedConfiguration configuration = PrintedConfiguration.read(printed);
    PathRules rules = new PathRules();
    rules.lines.add(HEADER);
    rules.settings(configuration);
    rules.blacklist("blacklist", configuration);
    rules.blacklist("blacklist_exceptions", configuration);
    configuration.named("devices/device").forEach(rules::device);
    return String.join("\n", rules.lines) + "\n";
  }

  private void settings(PrintedConfiguration configuration) {
    for (String keyword : SETTINGS) {
      configuration.value("defaults", keyword).ifPresent(value -> line(keyword, value));
    }
    Optional<String> everywhere = configuration.value("overrides", "uid_attribute");
    everywhere
        .or(() -> configuration.value("defaults", "uid_attribute"))
        .ifPresent(value -> line("uid_attribute", value));
    everywhere.ifPresent(value -> line("uid_attribute_everywhere", "yes"));
  }

  private void blacklist(String name, PrintedConfiguration configuration) {
    for (Section section : configuration.named(name)) {
      section.lines().stream()
          .filter(line -> CRITERIA.contains(line.keyword()))
          .forEach(line -> line(name, line.keyword(), line.value()));
    }
    for (Section device : configuration.named(name + "/device")) {
      line(
          name,
          "device",
          device.value("vendor").orElse(ANYTHING),
          device.value("product").orElse(ANYTHING));
    }
  }

  private void device(Section device) {
    String vendor = device.value("vendor").orElse(ANYTHING);
    String product = device.value("product").orElse(ANYTHING);
    String attribute = device.value("uid_attribute").orElse("");
    if (attribute.isEmpty()) {
      line("device", vendor, product);
    } else {
      line("device", vendor, product, attribute);
    }
  }

  /** A word with a tab or without any letter would be read as something else: it is left out. */
  private void line(String... words) {
    boolean readable = true;
    for (String word : words) {
      readable &= !word.isEmpty() && word.indexOf('\t') < 0;
    }
    if (readable) {
      lines.add(String.join("\t", words));
    }
  }
}
