package org.polypath.prioritizer.sysfs;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.device.PathDevice;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.api.prioritizer.Priority;
import org.polypath.api.prioritizer.PriorityRequest;
import org.polypath.scsi.AccessPriority;
import org.polypath.scsi.AccessState;

/**
 * Ranks a path by what the kernel's SCSI device handler knows of its target port group (sysfs
 * {@code access_state} and {@code preferred_path}, kernel drivers/scsi/scsi_sysfs.c).
 */
@Component
@PluginName("sysfs")
public final class SysfsPrioritizer implements Prioritizer {
  @Override
  public CompletionStage<Priority> prioritize(PriorityRequest request) {
    PathDevice device = request.device();
    Priority priority =
        device
            .attribute("access_state")
            .map(text -> ranked(text, preferred(device), request.arguments()))
            .orElse(
                Priority.undefined(
                    "no access_state in sysfs: the device has no SCSI device handler"));
    return CompletableFuture.completedFuture(priority);
  }

  private static boolean preferred(PathDevice device) {
    return device.attribute("preferred_path").filter("1"::equals).isPresent();
  }

  private static Priority ranked(String text, boolean preferred, String arguments) {
    return Priority.of(
        AccessPriority.of(state(text), preferred, arguments),
        "access_state: " + text + (preferred ? ", preferred" : ""));
  }

  private static AccessState state(String text) {
    return switch (text) {
      case "active/optimized" -> AccessState.OPTIMIZED;
      case "active/non-optimized" -> AccessState.NON_OPTIMIZED;
      case "lba-dependent" -> AccessState.LBA_DEPENDENT;
      case "standby" -> AccessState.STANDBY;
      case "unavailable" -> AccessState.UNAVAILABLE;
      case "offline" -> AccessState.OFFLINE;
      case "transitioning" -> AccessState.TRANSITIONING;
      default -> AccessState.RESERVED;
    };
  }
}
