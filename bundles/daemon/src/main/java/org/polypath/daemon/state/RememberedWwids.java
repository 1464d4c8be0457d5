package org.polypath.daemon.state;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.polypath.api.path.Wwid;
import org.polypath.config.names.Wwids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The WWIDs that were maps, kept in the wwids file; the configuration may say that it is another.
 * One thread uses it.
 */
final class RememberedWwids {
  private static final Logger LOG = LoggerFactory.getLogger(RememberedWwids.class);

  private final Path usual;
  private StateFile file;

  /** What was read and changed last: a file that cannot be read for a moment forgets nothing. */
  private Wwids known = Wwids.EMPTY;

  RememberedWwids(Path directory) {
    usual = directory.resolve("wwids");
    file = new StateFile(usual);
  }

  /** From now on the file is another one, or the usual one. */
  void keepIn(Optional<Path> another) {
    file = new StateFile(another.orElse(usual));
  }

  Set<Wwid> all() {
    try {
      known = Wwids.parse(file.read());
    } catch (IOException e) {
      LOG.warn("{} cannot be read, as it was known before: {}", file.name(), e.getMessage());
    }
    return known.all();
  }

  void add(Wwid wwid) {
    change(wwid, "remembered", known -> known.add(wwid));
  }

  void remove(Wwid wwid) {
    change(wwid, "forgotten", known -> known.remove(wwid));
  }

  private void change(Wwid wwid, String what, UnaryOperator<Wwids> change) {
    known = change.apply(known);
    try {
      // most are known: no lock is needed to see that
      if (changed(file.read(), change).isPresent()) {
        file.change(text -> changed(text, change));
      }
    } catch (IOException e) {
      LOG.warn(
          "WWID not {}; wwid: {}, file: {}, cause: {}", what, wwid, file.name(), e.getMessage());
    }
  }

  /** The file's next text; empty if it stays as it is. */
  private static Optional<String> changed(String text, UnaryOperator<Wwids> change) {
    Wwids before = Wwids.parse(text);
    Wwids after = change.apply(before);
    return after.equals(before) ? Optional.empty() : Optional.of(after.print());
  }
}
