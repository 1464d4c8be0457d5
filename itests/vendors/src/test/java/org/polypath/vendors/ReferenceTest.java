package org.polypath.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.config.ConfigurationReader;
import org.polypath.config.ConfigurationSources;

/** Our hardware entries next to those built into Debian's multipath-tools. */
class ReferenceTest {
  /** 0.9.4 has 123. */
  private static final int ENOUGH = 100;

  @TempDir Path directory;

  private static Map<String, Map<String, String>> ours() {
    return PrintedDevices.of(
        ConfigurationReader.read(
                ConfigurationSources.NONE.withHardware(
                    VendorBundle.shipped().stream().map(VendorBundle::text).toList()))
            .fold(accepted -> accepted.configuration().print(), refused -> ""));
  }

  private Map<String, Map<String, String>> theirs() throws IOException, InterruptedException {
    Optional<String> printed = Reference.printed(directory);
    assumeTrue(printed.isPresent(), "multipath-tools is not installed, or no mount namespace");
    Map<String, Map<String, String>> renamed = new HashMap<>();
    PrintedDevices.of(printed.orElseThrow())
        .forEach(
            (hardware, values) ->
                renamed.put(KnownDifferences.RENAMED.getOrDefault(hardware, hardware), values));
    return renamed;
  }

  @Test
  void everyEntryOfTheReferenceIsOurs() throws IOException, InterruptedException {
    Set<String> theirs = theirs().keySet();
    assertThat(theirs).hasSizeGreaterThan(ENOUGH);
    assertThat(ours().keySet()).containsAll(theirs);
  }

  @Test
  void whatBothKnowIsTheSame() throws IOException, InterruptedException {
    Map<String, Map<String, String>> ours = ours();
    Map<String, Set<String>> unexpected = new HashMap<>();
    theirs()
        .forEach(
            (hardware, values) -> {
              Set<String> different = different(ours.getOrDefault(hardware, Map.of()), values);
              different.removeAll(KnownDifferences.of(hardware));
              if (!different.isEmpty()) {
                unexpected.put(hardware, different);
              }
            });
    assertThat(unexpected).as("besides\n" + KnownDifferences.reasons()).isEmpty();
  }

  @Test
  void onlyOurEntriesAreSaidToDiffer() {
    assertThat(ours().keySet())
        .containsAll(KnownDifferences.hardware())
        .containsAll(KnownDifferences.RENAMED.values());
  }

  private static Set<String> different(Map<String, String> ours, Map<String, String> theirs) {
    Set<String> keywords = new HashSet<>(ours.keySet());
    keywords.addAll(theirs.keySet());
    return keywords.stream()
        .filter(keyword -> !Optional.ofNullable(ours.get(keyword)).equals(today(keyword, theirs)))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Optional<String> today(String keyword, Map<String, String> values) {
    return Optional.ofNullable(values.get(keyword))
        .map(value -> KnownDifferences.OLD_VALUES.getOrDefault(keyword + " " + value, value));
  }
}
