package org.polypath.prioritizer.weightedpath;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.PortNames;
import org.polypath.api.path.ScsiAddress;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.api.prioritizer.Priority;
import org.polypath.api.prioritizer.PriorityRequest;

/** Ranks a path by the first of the administrator's regular expressions that its facts match. */
@Component
@PluginName("weightedpath")
public final class WeightedPathPrioritizer implements Prioritizer {
  private static final String FORM = "hbtl|devname|serial|wwn REGEX PRIORITY [REGEX PRIORITY ...]";

  /** For instance the inside of {@code [[:digit:]]}. */
  private static final Pattern CHARACTER_CLASS = Pattern.compile("\\[:([a-z]+):]");

  @Override
  public CompletionStage<Priority> prioritize(PriorityRequest request) {
    List<String> words = Arrays.asList(request.arguments().strip().split("\\s+"));
    return CompletableFuture.completedFuture(
        subject(words.get(0), request.device().facts())
            .map(subject -> ranked(subject, words.subList(1, words.size())))
            .orElseGet(() -> wrong("\"" + words.get(0) + "\" is none of the first words")));
  }

  /** The text that is matched; empty for a word that names none. */
  private static Optional<String> subject(String word, PathFacts facts) {
    return switch (word) {
      case "hbtl" -> Optional.of(facts.address().map(ScsiAddress::toString).orElse(""));
      case "devname" -> Optional.of(facts.name());
      case "serial" -> Optional.of(facts.serial());
      case "wwn" -> Optional.of(names(facts.ports()));
      default -> Optional.empty();
    };
  }

  private static String names(PortNames ports) {
    return String.join(
        ":",
        ports.hostNode().orElse(""),
        ports.hostPort().orElse(""),
        ports.targetNode().orElse(""),
        ports.targetPort().orElse(""));
  }

  private static Priority ranked(String subject, List<String> pairs) {
    for (int i = 0; i + 1 < pairs.size(); i += 2) {
      String expression = pairs.get(i);
      try {
        if (pattern(expression).matcher(subject).find()) {
          return Priority.of(
              Integer.parseUnsignedInt(pairs.get(i + 1)), subject + " matches " + expression);
        }
      } catch (PatternSyntaxException e) {
        return wrong("\"" + expression + "\" is no regular expression: " + e.getDescription());
      } catch (IllegalArgumentException e) {
        return wrong("\"" + pairs.get(i + 1) + "\" is no priority");
      }
    }
    return pairs.isEmpty() || pairs.size() % 2 != 0
        ? wrong("each regular expression needs a priority")
        : Priority.of(0, subject + " matches none of the regular expressions");
  }

  /** An extended regular expression; Java writes POSIX' classes of characters in another way. */
  private static Pattern pattern(String expression) {
    return Pattern.compile(
        CHARACTER_CLASS
            .matcher(expression)
            .replaceAll(found -> Matcher.quoteReplacement(javaClass(found.group(1)))));
  }

  private static String javaClass(String name) {
    return name.equals("xdigit")
        ? "\\p{XDigit}"
        : "\\p{" + Character.toUpperCase(name.charAt(0)) + name.substring(1) + "}";
  }

  private static Priority wrong(String what) {
    return Priority.of(0, "prio_args: " + what + "; wanted: " + FORM);
  }
}
