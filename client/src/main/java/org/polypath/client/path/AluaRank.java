package org.polypath.client.path;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.polypath.api.device.PathDevice;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.TargetPortGroupSupport;
import org.polypath.client.path.PathProgramException.Failure;
import org.polypath.scsi.AccessState;
import org.polypath.scsi.TargetPortGroup;
import org.polypath.scsi.TargetPortGroups;

/** What {@code mpath_prio_alua}(8) says of a path; its failures are that program's. */
final class AluaRank implements PathRank {
  @Override
  public Ranked rank(PathDevice path) throws PathProgramException {
    PathFacts facts = path.facts();
    TargetPortGroupSupport support = facts.targetPortGroupSupport();
    if (!support.isSupported()) {
      throw new PathProgramException(
          Failure.UNSUPPORTED, facts.name() + ": target port groups are not supported");
    }
    TargetPortGroup group = group(path);
    String report =
        "Target port groups are supported: "
            + support.name().toLowerCase(Locale.ROOT)
            + "\nThe device is in target port group "
            + group.number()
            + (group.preferred() ? ", which is preferred" : "")
            + "\nIts state is "
            + group.state()
            + "\n";
    return new Ranked(priority(group.state()), report);
  }

  private static TargetPortGroup group(PathDevice path) throws PathProgramException {
    PathFacts facts = path.facts();
    OptionalInt number = facts.targetPortGroup();
    if (number.isEmpty()) {
      throw new PathProgramException(
          Failure.NO_GROUP, facts.name() + ": the inquiry returned no target port group");
    }
    Optional<TargetPortGroup> group =
        TargetPortGroups.decode(PortGroups.read(path, false))
            .toOptional()
            .flatMap(groups -> groups.group(number.getAsInt()));
    return group.orElseThrow(
        () ->
            new PathProgramException(
                Failure.NO_REPORT,
                facts.name() + ": target port group " + number.getAsInt() + " was not reported"));
  }

  private static int priority(AccessState state) {
    return switch (state) {
      case OPTIMIZED -> 50;
      case NON_OPTIMIZED -> 10;
      case STANDBY -> 1;
      case UNAVAILABLE, LBA_DEPENDENT, OFFLINE, TRANSITIONING, RESERVED -> 0;
    };
  }
}
