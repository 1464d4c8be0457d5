package org.polypath.api.settings;

import java.util.List;
import java.util.Map;
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

  /**
   * Whether a device is left alone for its kernel name, whatever else is known of it: the criterion
   * {@code devnode} alone.
   */
  Verdict verdict(String name);

  /** The rules that leave devices alone, those that always hold included. */
  List<BlacklistRule> blacklist();

  /** The exceptions to them, those that always hold included. */
  List<BlacklistRule> exceptions();

  /**
   * What holds for a keyword, for one path and the map it is in, and where it comes from.
   *
   * @param keyword any keyword of {@code multipath.conf}
   * @return the value as it would stand in a file; empty if nothing is configured and nothing built
   *     in: {@link #unset} tells what that means
   * @throws UnknownKeywordException if there is no such keyword
   */
  Optional<Setting<String>> setting(String keyword, PathFacts path);

  /**
   * What holds for a keyword where nothing is configured, for people.
   *
   * @throws UnknownKeywordException if there is no such keyword
   */
  String unset(String keyword);

  /** Everything in force, in the syntax of {@code multipath.conf}: read again it says the same. */
  String print();

  /**
   * The same, of hardware entries and maps only those that are there.
   *
   * @param paths the paths there are
   * @param names the maps there are and their names
   */
  String print(List<PathFacts> paths, Map<Wwid, String> names);
}
