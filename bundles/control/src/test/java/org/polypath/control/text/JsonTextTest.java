package org.polypath.control.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTextTest {
  @Test
  void quotesBackslashesAndControlCharactersAreEscaped() {
    String json = new JsonText().begin().text("prod", "a\"b\\c\td\u00e9").end();
    assertThat(json).isEqualTo("{\n   \"prod\" : \"a\\\"b\\\\c\\u0009d\u00e9\"\n}\n");
  }

  @Test
  void anEmptyArrayIsValid() {
    String json = new JsonText().begin().version("v", 0).beginArray("maps").endArray().end();
    assertThat(json).isEqualTo("{\n   \"v\": 0,\n   \"maps\": []\n}\n");
  }
}
