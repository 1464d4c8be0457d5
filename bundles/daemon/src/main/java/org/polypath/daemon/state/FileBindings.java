package org.polypath.daemon.state;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polypath.api.names.BindingsStore;
import org.polypath.api.names.BindingsStoreException;
import org.polypath.api.names.StoredBindings;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.Finding;
import org.polypath.config.names.Bindings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bindings file of this host. It is read anew for each question: whoever edits it need tell
 * nobody, and the configuration may say that it is another. One thread uses it.
 */
final class FileBindings implements BindingsStore {
  private static final Logger LOG = LoggerFactory.getLogger(FileBindings.class);

  private final Path usual;
  private final Set<String> reported = new HashSet<>();

  private StateFile file;

  /** The text last read and what it says: mostly it is the same text the next time. */
  private Optional<Known> known = Optional.empty();

  FileBindings(Path directory) {
    usual = directory.resolve("bindings");
    file = new StateFile(usual);
  }

  /** From now on the file is another one, or the usual one. */
  void keepIn(Optional<Path> another) {
    file = new StateFile(another.orElse(usual));
  }

  private record Known(String text, StoredBindings bindings) {}

  @Override
  public StoredBindings read() {
    try {
      String text = file.read();
      if (known.filter(before -> before.text().equals(text)).isEmpty()) {
        known = Optional.of(new Known(text, bindings(text)));
      }
      return known.get().bindings();
    } catch (IOException e) {
      throw new BindingsStoreException(
          file.name() + " cannot be read: " + e.getMessage() + "; correct or remove it", e);
    }
  }

  private StoredBindings bindings(String text) {
    Bindings.Parsed parsed = Bindings.parse(file.name(), text);
    parsed.findings().stream().map(Finding::message).forEach(this::report);
    return new StoredBindings(parsed.bindings().asMap(), unreadableNames(parsed, text));
  }

  @Override
  public boolean bind(String alias, Wwid wwid, Optional<String> previous) {
    try {
      return file.change(text -> bound(text, alias, wwid, previous));
    } catch (IOException e) {
      throw new BindingsStoreException(
          "no new names can be kept: " + file.name() + " cannot be written: " + e.getMessage(), e);
    }
  }

  private Optional<String> bound(String text, String alias, Wwid wwid, Optional<String> previous)
      throws IOException {
    Bindings.Parsed parsed = Bindings.parse(file.name(), text);
    Bindings bindings = parsed.bindings();
    if (bindings.wwid(alias).isPresent() || !bindings.alias(wwid).equals(previous)) {
      return Optional.empty();
    }
    if (!parsed.findings().isEmpty()) {
      Path copy = file.keepAside(text);
      report("a copy of the file with the lines not understood is kept: " + copy);
    }
    return Optional.of(bindings.without(wwid).with(alias, wwid).print());
  }

  /** A name on a line that is not understood may be somebody's: it is given to nobody else. */
  private static Set<String> unreadableNames(Bindings.Parsed parsed, String text) {
    List<String> lines = text.lines().toList();
    Set<String> names = new HashSet<>();
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
}
