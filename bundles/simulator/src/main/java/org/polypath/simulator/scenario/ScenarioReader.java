package org.polypath.simulator.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polypath.api.path.Transport;
import org.polypath.simulator.Fault;

/** Reads scenarios. The format is described in this bundle's README. Used once. */
public final class ScenarioReader {
  private static final String DEFAULT = "default.scenario";

  private final Map<String, ArrayDraft> arrays = new LinkedHashMap<>();
  private final Map<String, AdapterSpec> adapters = new LinkedHashMap<>();
  private final List<TimedFault> faults = new ArrayList<>();

  private ScenarioReader() {}

  /** The scenario that is built in: two arrays, two adapters, six LUNs of four paths each. */
  public static Scenario builtIn() {
    try (InputStream stream = ScenarioReader.class.getResourceAsStream(DEFAULT)) {
      return read(DEFAULT, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ScenarioException(DEFAULT + ": cannot be read: " + e.getMessage());
    }
  }

  /**
   * Reads a file.
   *
   * @throws ScenarioException if it cannot be read, or says something wrong
   */
  public static Scenario read(Path file) {
    try {
      return read(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new ScenarioException(
          file + ": cannot be read (" + e + "); name a readable file or none");
    }
  }

  /**
   * Reads text.
   *
   * @param name the text's name in messages
   * @throws ScenarioException if it says something wrong
   */
  public static Scenario read(String name, String text) {
    ScenarioReader reader = new ScenarioReader();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      reader.add(new ScenarioLine(name + ":" + number, line));
    }
    return reader.finish(name);
  }

  private void add(ScenarioLine line) {
    if (line.isEmpty()) {
      return;
    }
    switch (line.word(0, "first word")) {
      case "array" -> addArray(line);
      case "group" -> array(line).addGroup(line);
      case "port" -> array(line).addPort(line);
      case "lun" -> array(line).addUnit(line);
      case "adapter" -> addAdapter(line);
      case "at" -> addFault(line);
      default ->
          throw line.error(
              "\"" + line.word(0, "") + "\" is none of: array, group, port, lun, adapter, at");
    }
  }

  private void addArray(ScenarioLine line) {
    String name = line.word(1, "array's name");
    if (arrays.put(name, new ArrayDraft(line)) != null) {
      throw line.error("array " + name + " is there already");
    }
  }

  private ArrayDraft array(ScenarioLine line) {
    return Optional.ofNullable(arrays.get(line.word(1, "array's name")))
        .orElseThrow(
            () ->
                line.error(
                    "no array \"" + line.word(1, "") + "\"; write its line before this one"));
  }

  private void addAdapter(ScenarioLine line) {
    line.expect(2, Set.of("transport", "sees"));
    String name = line.word(1, "adapter's name");
    if (!name.matches("host[0-9]{1,3}")) {
      throw line.error("adapter \"" + name + "\" has to be called host and a number");
    }
    String transport = line.setting("transport");
    if (!transport.equals("fc") && !transport.equals("iscsi")) {
      throw line.error("transport=" + transport + " is none of: fc, iscsi");
    }
    List<String> sees = Arrays.asList(line.setting("sees").split(","));
    sees.forEach(port -> checkPort(line, port));
    if (new HashSet<>(sees).size() != sees.size()) {
      throw line.error("adapter " + name + " sees a port twice");
    }
    AdapterSpec adapter =
        new AdapterSpec(
            name,
            Integer.parseInt(name.substring("host".length())),
            transport.equals("fc") ? Transport.FIBRE_CHANNEL : Transport.ISCSI,
            sees);
    if (adapters.put(name, adapter) != null) {
      throw line.error("adapter " + name + " is there already");
    }
  }

  private void checkPort(ScenarioLine line, String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != 2
        || !arrays.containsKey(parts[0])
        || !arrays.get(parts[0]).hasPort(parts[1])) {
      throw line.error("\"" + text + "\" is no ARRAY:PORT written before this line");
    }
  }

  private void addFault(ScenarioLine line) {
    try {
      List<String> words = line.wordsFrom(2);
      Fault fault =
          FaultWords.read(words)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "\""
                              + String.join(" ", words)
                              + "\" is no fault; there are: "
                              + String.join(", ", FaultWords.verbs())));
      faults.add(new TimedFault(line.origin(), Quantities.time(line.word(1, "time"), "s"), fault));
    } catch (IllegalArgumentException e) {
      throw line.error(e.getMessage());
    }
  }

  private Scenario finish(String name) {
    if (arrays.isEmpty() || adapters.isEmpty()) {
      throw new ScenarioException(name + ": at least one array and one adapter are wanted");
    }
    return new Scenario(
        arrays.values().stream().map(ArrayDraft::finish).toList(),
        List.copyOf(adapters.values()),
        faults);
  }
}
