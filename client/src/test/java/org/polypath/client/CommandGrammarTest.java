package org.polypath.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandGrammarTest {
  private final CommandGrammar grammar =
      CommandGrammar.parse(
          """
          multipath-tools v0.9.4 (12/19, 2022)
          CLI commands reference:
           list|show paths
           list|show paths format $format
           list|show map|multipath $map topology
           remove|del map|multipath $map
           shutdown
          """);

  @Test
  void theFirstWordIsAVerb() {
    assertThat(grammar.next(List.of()))
        .containsExactly("del", "list", "remove", "show", "shutdown");
  }

  @Test
  void whatFollowsDependsOnTheWordsBefore() {
    assertThat(grammar.next(List.of("show"))).containsExactly("map", "multipath", "paths");
    assertThat(grammar.next(List.of("sho", "pa"))).containsExactly("format");
    assertThat(grammar.next(List.of("del"))).containsExactly("map", "multipath");
  }

  @Test
  void parametersAreNamedAndPassedOver() {
    assertThat(grammar.next(List.of("show", "map"))).containsExactly("$map");
    assertThat(grammar.next(List.of("show", "map", "mpatha"))).containsExactly("topology");
    assertThat(grammar.next(List.of("bogus"))).isEmpty();
  }
}
