package org.polypath.scsi;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.DeviceFailure;
import org.polypath.api.device.PathDevice;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;

/**
 * Sends a command, and again while the answer is a passing trouble: after a reset or a change of
 * access states a device answers the first command with a unit attention instead of doing it.
 *
 * <p>All attempts together have the time that one was given, so that a path which does not answer
 * is known as such when it should be.
 */
public final class Attempts {
  /** How often a command is sent at most, if nothing else is said. */
  public static final int LIMIT = 5;

  private final Function<ScsiCommand, CompletionStage<ScsiOutcome>> way;
  private final ScsiCommand command;
  private final int limit;
  private final Predicate<CommandStatus> again;
  private final long start = System.nanoTime();

  private Attempts(
      Function<ScsiCommand, CompletionStage<ScsiOutcome>> way,
      ScsiCommand command,
      int limit,
      Predicate<CommandStatus> again) {
    this.way = way;
    this.command = command;
    this.limit = limit;
    this.again = again;
  }

  /**
   * Sends a command until it is answered without passing trouble, {@link #LIMIT} times at most.
   *
   * @param block the command descriptor block
   * @param responseLength the longest answer in bytes
   * @param timeout the time for all attempts
   * @return what came of the last attempt; {@link DeviceFailure#TIMED_OUT} if time ran out between
   *     two
   */
  public static CompletionStage<Reply> send(
      PathDevice device, Bytes block, int responseLength, Duration timeout) {
    return send(
        device, new ScsiCommand(block, responseLength, timeout), LIMIT, CommandStatus::isPassing);
  }

  /**
   * Asks for what is the same over every path to the logical unit ({@link PathDevice#sendShared}),
   * as above.
   */
  public static CompletionStage<Reply> sendShared(
      PathDevice device, Bytes block, int responseLength, Duration timeout) {
    ScsiCommand command = new ScsiCommand(block, responseLength, timeout);
    return new Attempts(device::sendShared, command, LIMIT, CommandStatus::isPassing)
        .attempt(1, timeout);
  }

  /**
   * Sends a command as often as the caller wants.
   *
   * @param command the command; its timeout is the time for all attempts
   * @param limit how often it is sent at most, at least 1
   * @param again whether another attempt is worth while after an answer
   * @return what came of the last attempt, as above
   */
  public static CompletionStage<Reply> send(
      PathDevice device, ScsiCommand command, int limit, Predicate<CommandStatus> again) {
    return new Attempts(device::send, command, limit, again).attempt(1, command.timeout());
  }

  private CompletionStage<Reply> attempt(int number, Duration left) {
    return way.apply(
            new ScsiCommand(command.block(), command.responseLength(), command.payload(), left))
        .thenCompose(outcome -> next(new Reply(outcome), number));
  }

  private CompletionStage<Reply> next(Reply reply, int number) {
    boolean passing = reply.fold((status, data) -> again.test(status), failure -> false);
    if (!passing || number >= limit) {
      return CompletableFuture.completedFuture(reply);
    }
    Duration left = command.timeout().minusNanos(System.nanoTime() - start);
    return left.toMillis() > 0
        ? attempt(number + 1, left)
        : CompletableFuture.completedFuture(outOfTime(reply, number));
  }

  private Reply outOfTime(Reply reply, int number) {
    String last = reply.fold((status, data) -> status.toString(), failure -> failure.text());
    return new Reply(
        new ScsiOutcome.NotSent(
            DeviceFailure.TIMED_OUT,
            "no time left after " + number + " attempts, the last ended with: " + last));
  }
}
