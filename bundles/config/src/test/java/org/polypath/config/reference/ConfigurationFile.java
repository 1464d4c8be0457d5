package org.polypath.config.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.polypath.config.ConfigurationSources;
import org.polypath.config.SourceText;

/**
 * One of the example configurations among the test resources.
 *
 * <p>A line {@code #=== multipath/conf.d/NAME} begins a drop-in file. A line {@code #differs
 * KEYWORD: REASON} says that the value of a keyword is not the reference's, and why; {@code
 * #differs accepted: REASON} that we take a file that it refuses; {@code #differs refused: REASON}
 * the opposite.
 */
public record ConfigurationFile(String name, Map<String, String> files, List<String> differing) {
  public static Stream<ConfigurationFile> all() {
    try {
      Path directory = Path.of(ConfigurationFile.class.getResource("/configurations").toURI());
      try (Stream<Path> found = Files.list(directory)) {
        return found.sorted().map(ConfigurationFile::read).toList().stream();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ConfigurationFile read(Path path) {
    Map<String, String> files = new LinkedHashMap<>();
    List<String> differing = new ArrayList<>();
    String current = "multipath.conf";
    files.put(current, "");
    try {
      for (String line : Files.readAllLines(path)) {
        if (line.startsWith("#=== ")) {
          current = line.substring(5);
          files.put(current, "");
        } else {
          files.merge(current, line + "\n", String::concat);
        }
        if (line.startsWith("#differs ")) {
          differing.add(line.substring(9, line.indexOf(':')));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ConfigurationFile(path.getFileName().toString(), files, differing);
  }

  public ConfigurationSources sources(List<SourceText> hardware) {
    List<SourceText> dropIns =
        files.entrySet().stream()
            .filter(file -> !file.getKey().equals("multipath.conf"))
            .filter(file -> file.getKey().endsWith(".conf"))
            .map(file -> new SourceText(file.getKey(), file.getValue()))
            .toList();
    return new ConfigurationSources(
        hardware,
        Optional.of(new SourceText("multipath.conf", files.get("multipath.conf"))),
        dropIns,
        false);
  }

  boolean mayDiffer(String line) {
    return differing.stream().anyMatch(keyword -> line.contains("/" + keyword + " "));
  }

  @Override
  public String toString() {
    return name;
  }
}
