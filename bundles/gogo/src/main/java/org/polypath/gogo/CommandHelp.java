package org.polypath.gogo;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/**
 * The commands that bundles offer now, and what they say of them.
 *
 * @param context where the commands are
 */
record CommandHelp(BundleContext context) {
  /**
   * A property beside Gogo's own: what a command is, a value for each way to use it, as {@code fail
   * PATH: use a path no more}.
   */
  static final String PROPERTY = "polypath.command.help";

  private static final String SCOPE = "osgi.command.scope";
  private static final String FUNCTION = "osgi.command.function";
  private static final String OUR_SCOPE = "polypath";
  private static final String LINE = "%-34s %s";

  /** Their names, sorted; one of a bundle that is not ours with its scope, as {@code scr:list}. */
  List<String> names() {
    return references().flatMap(CommandHelp::names).sorted().distinct().toList();
  }

  /** All of them, a line for each way to use one: that first, then what it does. */
  String all() {
    Map<String, String> lines = new LinkedHashMap<>();
    lines().forEach(line -> lines.merge(nameIn(line), shown(line), (a, b) -> a + "\n" + b));
    names().forEach(name -> lines.putIfAbsent(name, name));
    return lines.entrySet().stream()
        .sorted(
            Map.Entry.comparingByKey(
                Comparator.comparing(CommandHelp::isForeign)
                    .thenComparing(Comparator.naturalOrder())))
        .map(Map.Entry::getValue)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** The same of one command; empty if nothing is said of it. */
  Optional<String> of(String name) {
    String lines =
        lines()
            .filter(line -> nameIn(line).equals(name))
            .map(line -> shown(line) + "\n")
            .collect(Collectors.joining());
    return Optional.of(lines).filter(text -> !text.isEmpty());
  }

  /** What is wrong with a command that there is not, and which one was probably meant. */
  String missing(String name) {
    String meant =
        names().stream()
            .filter(other -> isOneSlip(name, other))
            .findFirst()
            .map(other -> "; did you mean \"" + other + "\"?")
            .orElse("; `help` lists what there is");
    return "no such command: " + name + meant;
  }

  /** Whether one letter is too much, missing or another, or two neighbours are swapped. */
  static boolean isOneSlip(String word, String other) {
    int begin = 0;
    int shorter = Math.min(word.length(), other.length());
    while (begin < shorter && word.charAt(begin) == other.charAt(begin)) {
      begin++;
    }
    int end = 0;
    while (end < shorter - begin
        && word.charAt(word.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    String rest = word.substring(begin, word.length() - end);
    String otherRest = other.substring(begin, other.length() - end);
    boolean isSwapped =
        rest.length() == 2 && new StringBuilder(rest).reverse().toString().equals(otherRest);
    return (rest.length() <= 1 && otherRest.length() <= 1) || isSwapped;
  }

  private Stream<String> lines() {
    return references().flatMap(service -> texts(service.getProperty(PROPERTY)));
  }

  private Stream<ServiceReference<?>> references() {
    try {
      ServiceReference<?>[] found = context.getAllServiceReferences(null, "(" + FUNCTION + "=*)");
      return found == null ? Stream.empty() : Stream.of(found);
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<String> names(ServiceReference<?> service) {
    String scope = String.valueOf(service.getProperty(SCOPE));
    String prefix = scope.equals(OUR_SCOPE) ? "" : scope + ":";
    return texts(service.getProperty(FUNCTION)).map(name -> prefix + name);
  }

  private static Stream<String> texts(Object property) {
    if (property instanceof String[] several) {
      return Stream.of(several);
    }
    return Stream.ofNullable(property).map(Object::toString);
  }

  private static String shown(String line) {
    String[] parts = line.split(": ", 2);
    return parts.length == 2 ? LINE.formatted(parts[0], parts[1]) : line;
  }

  private static String nameIn(String line) {
    return line.split("[ :]", 2)[0];
  }

  private static boolean isForeign(String name) {
    return name.contains(":");
  }
}
