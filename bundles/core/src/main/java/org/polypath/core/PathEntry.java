package org.polypath.core;

import java.util.Optional;
import java.util.OptionalInt;
import org.polypath.api.checker.CheckResult;
import org.polypath.api.discovery.PathChange;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.PathState;
import org.polypath.api.path.Wwid;
import org.polypath.api.policy.RankedPath;
import org.polypath.api.settings.PathSettings;
import org.polypath.api.topology.PathSnapshot.KernelPathState;

/** What the core remembers of one path. Times are {@link Moment#millis}. */
final class PathEntry {
  final String name;
  final long admittedAt;
  PathFacts facts;
  Optional<Wwid> wwid = Optional.empty();

  /** What its device's own page said when it came to its WWID. */
  Optional<Wwid> pageThen = Optional.empty();

  /** Why it is left alone; empty for a path that counts. */
  Optional<String> ignoredBecause = Optional.empty();

  /** There for every path that counts. */
  Optional<PathSettings> settings = Optional.empty();

  PathState state = PathState.UNCHECKED;
  String message = "";
  OptionalInt priority = OptionalInt.empty();
  KernelPathState kernelState = KernelPathState.UNDEFINED;
  int failures;

  /** Until when it is left to its next check that the kernel uses it although it is not to. */
  long patientUntil;

  /** The check under way; 0 for none. */
  long checkNumber;

  long checkSentAt;
  long nextCheckAt;

  /** How long after a check the next one comes; 0 before the first. */
  long checkInterval;

  boolean checkedOnce;

  CheckerMemory memory = CheckerMemory.NONE;

  Shakiness shakiness = new Shakiness();

  /** Whether its device said that something changed, and it has not said since who it is. */
  boolean doubtful;

  /** The question who it is, under way; 0 for none. */
  long identityNumber;

  /** What the last check said, until the path has said who it is. */
  Optional<CheckResult> waitingResult = Optional.empty();

  /** The command that wants it reinstated, until the path has said who it is. */
  Optional<Long> waitingCommand = Optional.empty();

  Optional<Quarantine> quarantine = Optional.empty();

  /** What the kernel was told about its transport since it came to its map. */
  Optional<PathChange.Timeouts> timeouts = Optional.empty();

  /** How often udev was asked again for its WWID. */
  int retriggers;

  long retriggerAt;

  /** Whether the lack of a WWID is all that keeps it from counting. */
  boolean isWithoutWwid;

  /** Why it was said not to be in the table of its map. */
  String leftOutBecause = "";

  /** How often in a row a table was refused with which it was to come. */
  int loadRefusals;

  /** When it may come again. */
  long loadAgainAt;

  /** Whether its device is being deleted. */
  boolean purged;

  /** Whether the array says that this logical unit is no longer there. */
  boolean unmapped;

  /** The ranking under way; 0 for none. */
  long rankNumber;

  long rankSentAt;
  boolean rankedOnce;

  /** Whether the ranking under way was asked for because another path's priority changed. */
  boolean rankFollowsAnother;

  /** The fault that its last check ended with, as it was reported once; empty if with none. */
  String checkFault = "";

  /** The same of its last ranking. */
  String rankFault = "";

  final ReasonLog reasons;

  PathEntry(PathFacts facts, long admittedAt) {
    this(facts, admittedAt, new ReasonLog());
  }

  private PathEntry(PathFacts facts, long admittedAt, ReasonLog reasons) {
    this.name = facts.name();
    this.facts = facts;
    this.admittedAt = admittedAt;
    this.reasons = reasons;
  }

  /** The same name, of which nothing is known but its facts and what was decided about it. */
  PathEntry anew(long now) {
    return new PathEntry(facts, now, reasons);
  }

  boolean counts() {
    return ignoredBecause.isEmpty();
  }

  /** Whether the kernel may send I/O down it: also a path that nobody could judge yet. */
  boolean carriesIo() {
    boolean unjudged = state == PathState.UNCHECKED || state == PathState.WILD;
    return state.isUsable() || (unjudged && kernelState == KernelPathState.ACTIVE);
  }

  /**
   * Whether it is known to lead to another disk than a map is of: one that merely does not count
   * leads where it led.
   */
  boolean leadsElsewhereThan(MapEntry map) {
    return quarantine.isPresent() || wwid.filter(other -> !other.equals(map.wwid)).isPresent();
  }

  boolean isMarginal() {
    return shakiness.marginal;
  }

  /** Whether nothing is being asked of the device. */
  boolean isIdle() {
    return checkNumber == 0 && rankNumber == 0 && identityNumber == 0;
  }

  RankedPath ranked() {
    return new RankedPath(facts, state, priority);
  }

  PathEntry copy() {
    PathEntry copy = new PathEntry(facts, admittedAt, reasons.copy());
    copy.wwid = wwid;
    copy.pageThen = pageThen;
    copy.ignoredBecause = ignoredBecause;
    copy.settings = settings;
    copy.state = state;
    copy.message = message;
    copy.priority = priority;
    copy.kernelState = kernelState;
    copy.failures = failures;
    copy.patientUntil = patientUntil;
    copy.checkNumber = checkNumber;
    copy.checkSentAt = checkSentAt;
    copy.nextCheckAt = nextCheckAt;
    copy.checkInterval = checkInterval;
    copy.checkedOnce = checkedOnce;
    copy.memory = memory;
    copy.shakiness = shakiness.copy();
    copy.doubtful = doubtful;
    copy.identityNumber = identityNumber;
    copy.waitingResult = waitingResult;
    copy.waitingCommand = waitingCommand;
    copy.quarantine = quarantine;
    copy.unmapped = unmapped;
    copy.timeouts = timeouts;
    copy.retriggers = retriggers;
    copy.retriggerAt = retriggerAt;
    copy.isWithoutWwid = isWithoutWwid;
    copy.purged = purged;
    copy.leftOutBecause = leftOutBecause;
    copy.loadRefusals = loadRefusals;
    copy.loadAgainAt = loadAgainAt;
    copy.rankNumber = rankNumber;
    copy.rankSentAt = rankSentAt;
    copy.rankedOnce = rankedOnce;
    copy.rankFollowsAnother = rankFollowsAnother;
    copy.checkFault = checkFault;
    copy.rankFault = rankFault;
    return copy;
  }
}
