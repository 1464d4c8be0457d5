package org.polypath.client.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polypath.client.Usages;

/** The manual and the programs know the same options. */
class ManualPagesTest {
  private static final Path DISTRIBUTION = Path.of("../distribution/src");

  @Test
  void multipathsOptionsAreThoseItTakes() {
    assertThat(ManualPage.of("multipath.8").options()).isEqualTo(Usages.multipath());
  }

  @Test
  void multipathsScriptKnowsThemToo() throws IOException {
    assertThat(getopts("bin/multipath")).isEqualTo(Usages.multipath());
  }

  @Test
  void multipathdsOptionsAreThoseItTakes() {
    assertThat(ManualPage.of("multipathd.8").options()).isEqualTo(Usages.multipathd());
  }

  @Test
  void mpathconfsOptionsAreThoseItTakes() {
    assertThat(ManualPage.of("mpathconf.8").options()).isEqualTo(Usages.mpathconf());
  }

  @Test
  void kpartxsOptionsAreThoseItTakes() throws IOException {
    assertThat(ManualPage.of("kpartx.8").options()).isEqualTo(getopts("bin/kpartx"));
  }

  @Test
  void theConfigurationsPageIsMadeFromTheAnnotatedExample() throws IOException {
    String annotated = Files.readString(Path.of("../config/multipath.conf.annotated"));
    String made = ConfigurationPage.of(annotated);
    Path file = DISTRIBUTION.resolve("man/man5/multipath.conf.5");
    if (Boolean.getBoolean("manual.update")) {
      Files.writeString(file, made);
    }
    assertThat(Files.readString(file))
        .as("up to date; -Dtest.jvm=-Dmanual.update=true writes it anew")
        .isEqualTo(made);
  }

  @ParameterizedTest
  @ValueSource(strings = {"multipath", "multipathd", "mpathconf", "kpartx"})
  void completionsOfferEveryOption(String program) throws IOException {
    Set<String> options =
        switch (program) {
          case "multipath" -> Usages.multipath();
          case "multipathd" -> Usages.multipathd();
          case "mpathconf" -> Usages.mpathconf();
          default -> getopts("bin/kpartx");
        };
    assertThat(completed(program, "-")).containsAll(options);
  }

  @Test
  void completionsOfferWordsOfTheDaemonsGrammar() throws IOException {
    assertThat(completed("multipathd", "sh")).containsExactlyInAnyOrder("show", "shutdown");
    assertThat(completed("polypath", "con")).containsExactlyInAnyOrder("console", "config");
    assertThat(completed("multipath", "-p", "group_by_n")).containsExactly("group_by_node_name");
  }

  @Test
  void polypathsCommandsAreThoseItTakes() {
    assertThat(ManualPage.of("polypath.8").commands()).isEqualTo(Usages.polypath());
  }

  @Test
  void completionsOfferThemToo() throws IOException {
    Set<String> offered = new TreeSet<>();
    for (String word : completed("polypath", "''")) {
      Set<String> more = completed("polypath", word, "''");
      if (List.of("plugin", "config", "san").contains(word)) {
        more.forEach(next -> offered.add(word + " " + next));
      } else {
        offered.add(word);
      }
    }
    offered.remove("--help");
    assertThat(offered).isEqualTo(Usages.polypath());
  }

  /** What the shell would offer after these words. */
  private static Set<String> completed(String program, String... words) throws IOException {
    String line = program + " " + String.join(" ", words);
    String script =
        """
        source %s/completions/polypath
        COMP_WORDS=(%s) COMP_CWORD=%d
        $(complete -p %s | sed 's/.*-F \\([^ ]*\\) .*/\\1/') %s
        printf '%%s\\n' "${COMPREPLY[@]}"
        """
            .formatted(DISTRIBUTION, line, words.length, program, program);
    Process shell =
        new ProcessBuilder("bash", "-c", script)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The letters that a script gives to getopts. */
  private static Set<String> getopts(String script) throws IOException {
    Matcher matcher =
        Pattern.compile("getopts :(\\S+) option")
            .matcher(Files.readString(DISTRIBUTION.resolve(script)));
    List<String> letters =
        matcher.results().flatMap(found -> Stream.of(found.group(1).split(""))).toList();
    return letters.stream()
        .filter(letter -> !letter.equals(":"))
        .map(letter -> "-" + letter)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
