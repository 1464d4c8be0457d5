package org.polypath.api.device;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;
import org.polypath.api.path.DeviceState;
import org.polypath.api.path.PathFacts;

/**
 * One path as a plug-in sees it. Given to a plug-in for the time of one call; not to be kept.
 *
 * <p>All methods may be called from any thread and return at once. A stage completes on a thread of
 * the platform, on which the plug-in must not block; it never completes exceptionally. A request
 * that the device does not answer completes with {@link DeviceFailure#TIMED_OUT} shortly after its
 * timeout and keeps only its own slot in the kernel.
 */
@ProviderType
public interface PathDevice {
  /** What discovery knew when the call began. */
  PathFacts facts();

  /** Sends a command to the path. */
  CompletionStage<ScsiOutcome> send(ScsiCommand command);

  /**
   * Sends a command whose good answer is the same over every path to the logical unit, for instance
   * REPORT TARGET PORT GROUPS (SPC-4 6.37). The platform may answer several paths of a map that ask
   * within one second from one command; an answer that is not good is never shared.
   */
  default CompletionStage<ScsiOutcome> sendShared(ScsiCommand command) {
    return send(command);
  }

  /**
   * Reads from the disk past the page cache.
   *
   * @param offset where to start, in bytes, a multiple of {@code length}
   * @param length how many bytes, a power of two from 512 to 65536
   * @param timeout how long to wait
   */
  CompletionStage<ReadOutcome> read(long offset, int length, Duration timeout);

  /**
   * Reads an attribute of the device from sysfs, for instance {@code access_state}, anew at each
   * call.
   *
   * @param name the attribute's name under {@code /sys/block/NAME/device/}, or under {@code
   *     /sys/block/NAME/} where there is none of that name (NVMe's {@code ana_state}); without a
   *     slash
   * @return its text, the newline cut; empty if it is not there or cannot be read
   */
  Optional<String> attribute(String name);

  /** Reads the device's state anew; {@link DeviceState#GONE} if the device has left. */
  DeviceState state();
}
