package org.polypath.daemon.state;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.polypath.api.path.Wwid;
import org.polypath.config.names.Wwids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The WWIDs that were maps, kept in the wwids file. One thread uses it. */
final class RememberedWwids {
  private static final Logger LOG = LoggerFactory.getLogger(RememberedWwids.class);

  private final StateFile file;

  RememberedWwids(Path directory) {
    file = new StateFile(directory.resolve("wwids"));
  }

  Set<Wwid> all() {
    try {
      return Wwids.parse(file.read()).all();
    } catch (IOException e) {
      LOG.warn("{} cannot be read, as if it were empty: {}", file.name(), e.getMessage());
      return Set.of();
    }
  }

  void add(Wwid wwid) {
    try {
      // most are known: no lock is needed to see that
      if (!Wwids.parse(file.read()).contains(wwid)) {
        file.change(text -> withWwid(Wwids.parse(text), wwid));
      }
    } catch (IOException e) {
      LOG.warn(
          "WWID not remembered; wwid: {}, file: {}, cause: {}", wwid, file.name(), e.getMessage());
    }
  }

  private static Optional<String> withWwid(Wwids known, Wwid wwid) {
    return known.contains(wwid) ? Optional.empty() : Optional.of(known.add(wwid).print());
  }
}
