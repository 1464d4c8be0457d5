package org.polypath.vendor.netapp;

import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.api.prioritizer.Priority;
import org.polypath.api.prioritizer.PriorityRequest;
import org.polypath.scsi.Attempts;
import org.polypath.scsi.Cdb;
import org.polypath.scsi.Decoded;

/** Ranks a path to an RDAC array by its controller's part in the volume. */
@Component
@PluginName("rdac")
public final class RdacPrioritizer implements Prioritizer {
  private static final int OWNER = 2;
  private static final int SHARING = 8;

  @Override
  public CompletionStage<Priority> prioritize(PriorityRequest request) {
    return Attempts.send(
            request.device(),
            Cdb.vitalProductData(VolumeAccessControl.PAGE, VolumeAccessControl.LENGTH),
            VolumeAccessControl.LENGTH,
            request.timeout())
        .thenApply(reply -> reply.decode(VolumeAccessControl::decode))
        .thenApply(access -> access.flatMap(RdacPrioritizer::identified))
        .thenApply(
            access ->
                access.fold(
                    RdacPrioritizer::priority,
                    error -> Priority.undefined("VPD page 0xc9: " + error.text())));
  }

  private static Decoded<VolumeAccessControl> identified(VolumeAccessControl access) {
    return access.identified()
        ? Decoded.of(access)
        : Decoded.malformed(Decoded.Defect.INVALID, "it is no volume access control page");
  }

  private static Priority priority(VolumeAccessControl access) {
    int value =
        (access.owner() ? OWNER : 0)
            + (access.sharing() ? SHARING : 0)
            + preference(access.preference());
    return Priority.of(
        value,
        (access.owner() ? "owner" : "not owner")
            + (access.sharing() ? ", both controllers take I/O" : "")
            + (access.preference() == VolumeAccessControl.Preference.PREFERRED
                ? ", preferred"
                : ""));
  }

  private static int preference(VolumeAccessControl.Preference preference) {
    return switch (preference) {
      case PREFERRED -> 4;
      case ALTERNATIVE -> 1;
      case UNKNOWN -> 0;
    };
  }
}
