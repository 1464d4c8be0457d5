package org.polypath.api.names;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polypath.api.path.Wwid;

class StoredBindingsTest {
  private static final Wwid WWID = new Wwid("3600a");

  @Test
  void aWwidHasOneName() {
    Map<String, Wwid> twice = Map.of("mpatha", WWID, "mpathb", WWID);
    assertThatThrownBy(() -> new StoredBindings(twice, Set.of()))
        .hasMessage("a WWID is bound to two names");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../sda", "mpath a", "mpatha\n"})
  void whatCannotNameAMapIsRefused(String alias) {
    Map<String, Wwid> bindings = Map.of(alias, WWID);
    assertThatThrownBy(() -> new StoredBindings(bindings, Set.of()))
        .hasMessageStartingWith("no name for a map");
  }
}
