package org.polypath.daemon.effect;

import java.time.Duration;
import org.polypath.api.checker.CheckRequest;
import org.polypath.api.device.PathDevice;
import org.polypath.api.prioritizer.PriorityRequest;

/** What plug-ins are asked with. */
final class CheckRequests {
  private CheckRequests() {}

  /** A question to a checker. */
  record Check(PathDevice device, Duration timeout, String pathMemory, String mapMemory)
      implements CheckRequest {}

  /** A question to a prioritizer. */
  record Rank(PathDevice device, String arguments, Duration timeout) implements PriorityRequest {}
}
