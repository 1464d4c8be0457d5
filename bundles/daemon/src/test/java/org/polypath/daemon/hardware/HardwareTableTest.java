package org.polypath.daemon.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import org.polypath.config.SourceText;

/** Hardware entries in the order in which they beat each other. */
class HardwareTableTest {
  private final HardwareTable table = new HardwareTable();

  private static HardwareSource source(int order, String bundle, String version) {
    return source(order, bundle, version, version.hashCode(), bundle + " " + version);
  }

  private static HardwareSource source(
      int order, String bundle, String version, long number, String text) {
    return new HardwareSource(
        "hardware.conf",
        order,
        bundle,
        Version.parseVersion(version),
        number,
        List.of(new SourceText(text, "")),
        List.of());
  }

  private List<String> names() {
    return table.entries().texts().stream().map(SourceText::file).toList();
  }

  @Test
  void whileTwoBundlesOfOneVersionAreThereTheEntriesOfTheFirstHold() {
    table.put("old", source(100, "com.acme", "1.0.0", 7, "old"));
    table.put("new", source(100, "com.acme", "1.0.0", 8, "new"));
    assertThat(names()).containsExactly("old");
    table.remove("old");
    assertThat(names()).containsExactly("new");
  }

  @Test
  void orderThenNameDecideWhoIsStronger() {
    table.put("a", source(100, "com.acme", "10.0.0"));
    table.put("c", source(100, "com.aardvark", "1.0.0"));
    table.put("d", source(0, "org.generic", "1.0.0"));
    table.put("e", source(200, "a.site", "1.0.0"));
    assertThat(names())
        .containsExactly(
            "org.generic 1.0.0", "com.aardvark 1.0.0", "com.acme 10.0.0", "a.site 1.0.0");
  }

  @Test
  void entriesOfASecondVersionWaitUntilTheFirstLeaves() {
    table.put("old", source(100, "com.acme", "1.0.0"));
    table.put("new", source(100, "com.acme", "2.0.0"));
    assertThat(names()).containsExactly("com.acme 1.0.0");
    assertThat(table.sources()).as("both are listed").hasSize(2);
    table.remove("old");
    assertThat(names()).containsExactly("com.acme 2.0.0");
  }

  @Test
  void everyChangeIsTold() {
    AtomicInteger told = new AtomicInteger();
    Runnable end = table.watch(told::incrementAndGet);
    table.put("a", source(1, "a", "1.0.0"));
    table.put("a", source(1, "a", "2.0.0"));
    assertThat(told).hasValue(2);
    assertThat(names()).containsExactly("a 2.0.0");
    table.remove("a");
    assertThat(told).hasValue(3);
    assertThat(names()).isEmpty();
    table.remove("a");
    assertThat(told).as("nothing changed").hasValue(3);
    end.run();
    table.put("a", source(1, "a", "1.0.0"));
    assertThat(told).hasValue(3);
  }
}
