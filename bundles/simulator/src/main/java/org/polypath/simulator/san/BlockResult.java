package org.polypath.simulator.san;

import java.util.Set;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.simulator.scsi.Sense;

/** What came of a {@link BlockRequest} on a path. */
public sealed interface BlockResult {
  /** Calls the method of the visitor that fits. */
  <R> R accept(Visitor<R> visitor);

  /** One method for each result, so that a forgotten one does not compile. */
  interface Visitor<R> {
    /** It was done. */
    R done(Done result);

    /** The path failed. */
    R pathFailed(PathFailed result);

    /** The disk refused. */
    R refused(Refused result);
  }

  /**
   * It was done.
   *
   * @param data what was read
   */
  record Done(Bytes data) implements BlockResult {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.done(this);
    }
  }

  /** The path failed: another one may do better. */
  record PathFailed(String reason) implements BlockResult {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pathFailed(this);
    }
  }

  /** The disk itself refused: no other path would do better. */
  record Refused(String reason) implements BlockResult {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.refused(this);
    }
  }

  /**
   * What an answer means to who sends I/O, as the kernel sorts errors ({@code blk_path_error}): an
   * illegal request of these codes, a medium error and a reservation are the disk's own answer.
   */
  static BlockResult of(ScsiOutcome outcome) {
    if (outcome instanceof ScsiOutcome.Answered answered) {
      return answered.isGood() ? new Done(answered.data()) : failure(answered);
    }
    return new PathFailed(((ScsiOutcome.NotSent) outcome).text());
  }

  private static BlockResult failure(ScsiOutcome.Answered answered) {
    if (answered.hostStatus() != 0) {
      return new PathFailed("host status " + answered.hostStatus());
    }
    Sense sense = Sense.read(answered.sense());
    boolean ofDisk =
        switch (sense.key()) {
          case 3 -> true;
          case 5 -> Set.of(0x20, 0x21, 0x22, 0x24, 0x26, 0x27).contains(sense.code());
          default -> answered.status() == 0x18;
        };
    return ofDisk ? new Refused(sense.toString()) : new PathFailed(sense.toString());
  }
}
