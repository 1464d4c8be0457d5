package org.polypath.client.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Makes the manual page of the configuration file out of the annotated example. */
final class ConfigurationPage {
  private static final String HEAD =
      """
      .\\" made from config/multipath.conf.annotated by ManualPagesTest; do not edit
      .TH MULTIPATH.CONF 5 "" Polypath "File formats"
      .SH NAME
      multipath.conf \\- configuration of multipathing
      .SH DESCRIPTION
      The file
      .I /etc/multipath.conf
      and those named
      .I *.conf
      in
      .I /etc/multipath/conf.d
      say which disks become maps and how they are kept.
      .B multipath \\-t
      prints what is in force,
      .B polypath config check
      says what is wrong in a file.
      """;

  private static final String FOOT =
      """
      .SH SEE ALSO
      .BR multipath (8),
      .BR multipathd (8),
      .BR mpathconf (8)
      """;

  private static final Pattern SECTION = Pattern.compile("#?(?<name>\\w+) \\{");
  private static final Pattern KEYWORD = Pattern.compile("#(?<keyword>\\w+) .*");

  private final StringBuilder page = new StringBuilder(HEAD);
  private final List<String> comment = new ArrayList<>();
  private final List<String> around = new ArrayList<>();
  private boolean introduced;

  private ConfigurationPage() {}

  static String of(String annotated) {
    ConfigurationPage page = new ConfigurationPage();
    annotated.lines().map(String::strip).forEach(page::take);
    return page.page.append(FOOT).toString();
  }

  private void take(String line) {
    Matcher section = SECTION.matcher(line);
    Matcher keyword = KEYWORD.matcher(line);
    if (section.matches()) {
      around.add(section.group("name"));
      paragraph(".SH SECTION " + String.join(" / ", around).toUpperCase(Locale.ROOT));
    } else if (line.equals("}") || line.equals("#}")) {
      around.remove(around.size() - 1);
    } else if (keyword.matches()) {
      if (comment.isEmpty()) {
        comment.add("As in the sections before.");
      }
      paragraph(".TP\n.B " + keyword.group("keyword"));
    } else if (line.startsWith("#")) {
      comment.add(line.substring(1).strip());
    } else if (!introduced && around.isEmpty()) {
      introduced = true;
      // what the example says of itself is not about the language
      comment.subList(0, firstRule()).clear();
      flush();
    }
  }

  private int firstRule() {
    return IntStream.range(0, comment.size())
        .filter(line -> comment.get(line).startsWith("- "))
        .findFirst()
        .orElse(0);
  }

  private void paragraph(String head) {
    page.append(head).append('\n');
    flush();
  }

  private void flush() {
    for (String line : comment) {
      boolean own =
          line.startsWith("Values:") || line.startsWith("Default:") || line.startsWith("- ");
      page.append(own ? ".br\n" : "").append(escaped(line)).append('\n');
    }
    comment.clear();
  }

  private static String escaped(String line) {
    String text = line.replace("\\", "\\e").replace("-", "\\-").replace("…", "...");
    return text.startsWith(".") || text.startsWith("'") ? "\\&" + text : text;
  }
}
