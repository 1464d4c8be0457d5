package org.polypath.client.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text beside this class that becomes a file of a project. {@code @name@} in it stands for a
 * value; a line that begins with {@code @?part@} is there only where the project has that part.
 *
 * @param file name of the file that it becomes
 */
record Template(String file) {
  private static final Pattern NAMED = Pattern.compile("@([a-zA-Z]+)@");
  private static final Pattern CONDITIONAL = Pattern.compile("@\\?([a-z]+)@(.*)");

  /**
   * The file's text.
   *
   * @param names values that mean nothing in any language, by name
   * @param texts values that may have any character, by name
   * @param parts what the project has
   */
  String filled(Map<String, String> names, Map<String, String> texts, Set<String> parts)
      throws IOException {
    return text()
        .lines()
        .map(line -> kept(line, parts))
        .flatMap(Optional::stream)
        .map(line -> NAMED.matcher(line).replaceAll(name -> value(name, names, texts)))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static Optional<String> kept(String line, Set<String> parts) {
    Matcher conditional = CONDITIONAL.matcher(line);
    if (!conditional.matches()) {
      return Optional.of(line);
    }
    return parts.contains(conditional.group(1))
        ? Optional.of(conditional.group(2))
        : Optional.empty();
  }

  private String value(MatchResult named, Map<String, String> names, Map<String, String> texts) {
    String name = named.group(1);
    String value =
        Optional.ofNullable(names.get(name))
            .or(() -> Optional.ofNullable(texts.get(name)).map(Language.of(file)::literal))
            .orElseThrow(() -> new IllegalStateException(file + " names " + named.group()));
    return Matcher.quoteReplacement(value);
  }

  private String text() throws IOException {
    try (InputStream in = Template.class.getResourceAsStream(file + ".txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
