package org.polypath.client.path;

import java.time.Duration;
import java.util.Set;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.DeviceFailure;
import org.polypath.api.device.PathDevice;
import org.polypath.api.device.ScsiCommand;
import org.polypath.client.path.PathProgramException.Failure;
import org.polypath.scsi.Attempts;
import org.polypath.scsi.Cdb;

/** Asks a path for its target port groups (SPC-4 6.37), and waits for the answer. */
final class PortGroups {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int USUAL_LENGTH = 4096;
  private static final int LENGTH_FIELD = 4;
  private static final Set<DeviceFailure> NOT_OPENED =
      Set.of(DeviceFailure.NO_DEVICE, DeviceFailure.NO_PERMISSION);

  private PortGroups() {}

  /**
   * The answer's bytes, all of them.
   *
   * @param extended whether the header with the time of a transition is asked for
   * @throws PathProgramException if there is no good answer
   */
  static Bytes read(PathDevice path, boolean extended) throws PathProgramException {
    Bytes answer = send(path, USUAL_LENGTH, extended);
    long total = answer.u32(0) + LENGTH_FIELD;
    Bytes whole =
        total > USUAL_LENGTH
            ? send(path, (int) Math.min(total, ScsiCommand.MAX_TRANSFER), extended)
            : answer;
    return whole.slice(0, (int) Math.min(total, whole.length()));
  }

  private static Bytes send(PathDevice path, int length, boolean extended)
      throws PathProgramException {
    Bytes block =
        extended ? Cdb.reportTargetPortGroupsExtended(length) : Cdb.reportTargetPortGroups(length);
    Answer answer =
        Attempts.send(path, block, length, TIMEOUT)
            .toCompletableFuture()
            .join()
            .fold(
                (status, data) ->
                    status.isGood()
                        ? new Answer(data, Failure.NO_REPORT, "")
                        : new Answer(Bytes.EMPTY, Failure.NO_REPORT, status.toString()),
                notSent ->
                    new Answer(
                        Bytes.EMPTY,
                        NOT_OPENED.contains(notSent.failure())
                            ? Failure.NOT_OPENED
                            : Failure.NO_REPORT,
                        notSent.text()));
    if (!answer.problem().isEmpty()) {
      throw new PathProgramException(
          answer.failure(),
          path.facts().name() + ": REPORT TARGET PORT GROUPS: " + answer.problem());
    }
    return answer.data();
  }

  /** What came, or why nothing did. */
  private record Answer(Bytes data, Failure failure, String problem) {}
}
