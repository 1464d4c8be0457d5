package org.polypath.daemon.state;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.Finding;
import org.polypath.config.names.AliasAllocation;
import org.polypath.config.names.AliasChoice;
import org.polypath.config.names.AliasRequest;
import org.polypath.config.names.Bindings;
import org.polypath.core.effect.Effect.NameMap;
import org.polypath.core.event.Event.MapNamed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Generated names, kept in the bindings file. One thread uses it. */
final class Names {
  private static final Logger LOG = LoggerFactory.getLogger(Names.class);

  private final StateFile file;
  private final Set<String> reported = new HashSet<>();

  /** The text last read, if some of its lines were not understood. */
  private Optional<String> damaged = Optional.empty();

  Names(Path directory) {
    file = new StateFile(directory.resolve("bindings"));
  }

  /** Finds a map's name; a new one is written down before it is used. */
  MapNamed name(NameMap effect, Map<String, Wwid> fixedAliases) {
    AliasRequest request =
        new AliasRequest(
            effect.wwid(),
            effect.prefix(),
            effect.kernelName(),
            effect.takenNames(),
            fixedAliases,
            !effect.record());
    try {
      String text = file.read();
      Bindings.Parsed parsed = Bindings.parse(file.name(), text);
      parsed.findings().stream().map(Finding::message).forEach(this::report);
      damaged = parsed.findings().isEmpty() ? Optional.empty() : Optional.of(text);
      request = request.others(withUnreadableNames(request.otherNames(), parsed, text));
      Bindings before = parsed.bindings();
      AliasChoice choice = AliasAllocation.choose(before, request);
      if (effect.record() && !choice.bindings().equals(before)) {
        return record(effect, request, before, choice);
      }
      return named(effect, choice);
    } catch (IOException e) {
      return unreadable(effect, request, e);
    }
  }

  private MapNamed record(
      NameMap effect, AliasRequest request, Bindings before, AliasChoice choice) {
    try {
      if (damaged.isPresent()) {
        report("a copy of the file with the lines not understood is kept: " + file.keepAside());
      }
      file.write(choice.bindings().print());
      return named(effect, choice);
    } catch (IOException e) {
      report("no new names can be kept: " + file.name() + " cannot be written: " + e.getMessage());
      return named(effect, AliasAllocation.choose(before, request.readingOnly()));
    }
  }

  /** Without the file no name is known to be free: the WWID always is. */
  private MapNamed unreadable(NameMap effect, AliasRequest request, IOException problem) {
    report(
        "names cannot be looked up: " + file.name() + " cannot be read: " + problem.getMessage());
    String name = request.existingName().orElse(effect.wwid().text());
    return new MapNamed(effect.wwid(), effect.number(), name, file.name() + " cannot be read");
  }

  /** A name on a line that is not understood may be somebody's: it is given to nobody else. */
  private static Set<String> withUnreadableNames(
      Set<String> taken, Bindings.Parsed parsed, String text) {
    List<String> lines = text.lines().toList();
    Set<String> names = new HashSet<>(taken);
    parsed.findings().stream()
        .map(finding -> lines.get(finding.line() - 1).strip().split("\\s+", 2)[0])
        .forEach(names::add);
    return names;
  }

  private void report(String message) {
    if (reported.add(message)) {
      LOG.warn("{}", message);
    }
  }

  private static MapNamed named(NameMap effect, AliasChoice choice) {
    String name = choice.alias().orElse(effect.wwid().text());
    return new MapNamed(effect.wwid(), effect.number(), name, choice.reason());
  }
}
