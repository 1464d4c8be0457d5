package org.polypath.client.configuration;

import java.util.Map;
import org.polypath.client.configuration.Hardware.Array;
import org.polypath.client.configuration.Hardware.NamedMap;
import org.polypath.config.regex.ExtendedExpression;

/** A configuration file made out of answers and hardware, with its reasons as comments. */
final class Draft {
  private static final String HEADER =
      """
      # Configuration of multipathing. Check it with `polypath config check FILE`, copy it to
      # /etc/multipath.conf, and let the daemon read it: `multipathd reconfigure`.
      # Every keyword there is: `man 5 multipath.conf`.
      """;

  private final StringBuilder text = new StringBuilder(HEADER);

  private Draft() {}

  /** The text of the file. */
  static String text(Map<Question, String> answers, Hardware hardware) {
    Draft draft = new Draft();
    draft.defaults(answers);
    if (!hardware.arrays().isEmpty()) {
      draft.devices(hardware);
    }
    if (!hardware.maps().isEmpty()) {
      draft.maps(hardware);
    }
    return draft.text.toString();
  }

  private void defaults(Map<Question, String> answers) {
    text.append("\ndefaults {\n");
    answers.forEach(
        (question, value) -> {
          text.append("\t# ").append(question.meaning()).append('\n');
          text.append('\t').append(question.keyword()).append(' ').append(quoted(value));
          text.append('\n');
        });
    text.append("}\n");
  }

  private void devices(Hardware hardware) {
    text.append("\ndevices {\n");
    for (Array array : hardware.arrays()) {
      String what = array.vendor() + " " + array.product() + ", paths: " + array.paths();
      text.append("\t# ").append(oneLine(what)).append('\n');
      if (array.known()) {
        text.append("\t# A hardware entry is about it: nothing has to be set.\n");
      } else {
        entry(array);
      }
    }
    text.append("}\n");
  }

  private void entry(Array array) {
    text.append("\t# No hardware entry is about it: see what its vendor asks for.\n");
    text.append("\tdevice {\n");
    value("vendor", ExtendedExpression.exactly(array.vendor()));
    value("product", ExtendedExpression.exactly(array.product()));
    if (array.asymmetric()) {
      text.append("\t\t# It tells target port groups (ALUA): the better paths are used first.\n");
      value("path_grouping_policy", "group_by_prio");
      value("prio", "alua");
      value("hardware_handler", "1 alua");
      value("failback", "immediate");
    } else {
      text.append("\t\t# It tells no target port groups: I/O goes over all paths.\n");
      value("path_grouping_policy", "multibus");
    }
    value("path_checker", "tur");
    text.append("\t}\n");
  }

  private void maps(Hardware hardware) {
    text.append(
        "\n# To give a map a name of its own, remove the # of its entry and of the section.\n");
    text.append("#multipaths {\n");
    for (NamedMap map : hardware.maps()) {
      text.append("#\tmultipath {\n#\t\twwid ").append(quoted(map.wwid()));
      text.append("\n#\t\talias ").append(quoted(map.name())).append("\n#\t}\n");
    }
    text.append("#}\n");
  }

  private void value(String keyword, String value) {
    text.append("\t\t").append(keyword).append(' ').append(quoted(value)).append('\n');
  }

  private static String quoted(String value) {
    return '"' + oneLine(value).replace("\"", "\"\"") + '"';
  }

  private static String oneLine(String words) {
    return words.replaceAll("\\p{Cntrl}", " ");
  }
}
