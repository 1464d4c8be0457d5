package org.polypath.control.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void membersOfEveryKind() {
    assertThat(
            new Json()
                .text("a", "x")
                .number("b", -1)
                .flag("c", true)
                .texts("d", List.of("p", "q"))
                .object("e", 7, (json, value) -> json.number("f", value))
                .objects("g", List.of(1, 2), (json, value) -> json.number("h", value))
                .end())
        .isEqualTo(
            """
            {
              "a": "x",
              "b": -1,
              "c": true,
              "d": ["p", "q"],
              "e": {
                "f": 7
              },
              "g": [{
                "h": 1
              }, {
                "h": 2
              }]
            }
            """);
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    assertThat(new Json().text("a", Optional.empty()).number("b", OptionalInt.empty()).end())
        .isEqualTo("{\n}\n");
  }

  @Test
  void anyTextIsEscaped() {
    String json = new Json().text("a\"b", "quote \" backslash \\ tab \t nul \0 é 𝄞").end();
    assertThat(json)
        .contains("\"a\\\"b\": \"quote \\\" backslash \\\\ tab \\u0009 nul \\u0000 é 𝄞\"");
    assertThat(JsonCheck.isValid(json)).isTrue();
  }
}
