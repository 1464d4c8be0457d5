package org.polypath.testkit;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The text that has the simulator build a described array. */
final class Scenario {
  /** The array's name in commands. */
  static final String ARRAY = "examined";

  private final StringBuilder text = new StringBuilder();

  private Scenario() {}

  /** One adapter sees all ports of the array, which has so many LUNs. */
  static String of(ArrayDescription array, int units) {
    Scenario scenario = new Scenario();
    scenario.array(array);
    scenario.ports(array);
    IntStream.range(0, units).forEach(scenario::unit);
    scenario.line(
        "adapter host2 transport=fc sees=%s"
            .formatted(
                IntStream.range(0, array.controllersOfPorts().size())
                    .mapToObj(port -> ARRAY + ":" + port(port))
                    .collect(Collectors.joining(","))));
    return scenario.text.toString();
  }

  private void array(ArrayDescription array) {
    boolean groups = array.kind() == ArrayDescription.Kind.ASYMMETRIC;
    line(
        "array %s vendor=%s product=%s revision=1 kind=%s personality=%s"
            .formatted(
                ARRAY,
                quoted(array.vendor()),
                quoted(array.product()),
                groups ? "alua" : "active/active",
                array.personality()));
    for (int group = 1; groups && group <= array.controllers().size(); group++) {
      line("group %s %d state=active/optimized".formatted(ARRAY, group));
    }
  }

  private void ports(ArrayDescription array) {
    List<String> names = List.copyOf(array.controllers().keySet());
    List<String> controllers = array.controllersOfPorts();
    for (int port = 0; port < controllers.size(); port++) {
      String controller = controllers.get(port);
      String group =
          array.kind() == ArrayDescription.Kind.ASYMMETRIC
              ? " group=" + (names.indexOf(controller) + 1)
              : "";
      line("port %s %s controller=%s%s".formatted(ARRAY, port(port), controller, group));
    }
  }

  private void unit(int number) {
    line("lun %s %d naa=6%031x serial=E%d size=1G".formatted(ARRAY, number, number + 1, number));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private static String port(int index) {
    return "P" + index;
  }

  private void line(String words) {
    text.append(words).append('\n');
  }
}
