package org.polypath.scsi.testing;

import java.time.Duration;
import org.polypath.api.checker.CheckRequest;
import org.polypath.api.device.PathDevice;
import org.polypath.api.prioritizer.PriorityRequest;

/** A question to a checker or prioritizer. */
public record FakeRequest(
    PathDevice device, String arguments, Duration timeout, String pathMemory, String mapMemory)
    implements CheckRequest, PriorityRequest {
  /** A question about a path. */
  public static FakeRequest on(PathDevice device, Duration timeout) {
    return new FakeRequest(device, "", timeout, "", "");
  }

  /** A question about a path with the arguments of a prioritizer. */
  public static FakeRequest on(PathDevice device, String arguments) {
    return new FakeRequest(device, arguments, Duration.ofMinutes(10), "", "");
  }

  /** The same question, told what earlier answers wanted to be remembered. */
  public FakeRequest remembering(String forPath, String forMap) {
    return new FakeRequest(device, arguments, timeout, forPath, forMap);
  }
}
