package org.polypath.api.settings;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.Wwid;

/**
 * A configuration in force. Immutable; its methods are pure functions, callable from any thread.
 */
@ProviderType
public interface Configuration {
  /** The daemon's own settings. */
  DaemonSettings daemon();

  /**
   * Determines a path's WWID: the udev property that {@code uid_attribute} names, else what the
   * device itself reports.
   *
   * @return empty if neither is there
   */
  Optional<Setting<Wwid>> wwid(PathFacts path);

  /** Whether a path is to be left alone. The WWID criterion uses {@link #wwid}. */
  Verdict verdict(PathFacts path);

  /** The settings of one path. */
  PathSettings path(PathFacts path);

  /**
   * The settings of one map.
   *
   * @param wwid its WWID
   * @param paths its paths in stored order; may be empty
   */
  MapSettings map(Wwid wwid, List<PathFacts> paths);

  /** What was wrong in the files, in the order read. */
  List<Finding> findings();
}
