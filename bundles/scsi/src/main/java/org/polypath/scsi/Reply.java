package org.polypath.scsi;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.ScsiOutcome;

/**
 * What came of a command in the end.
 *
 * @param outcome the outcome of the last attempt
 */
public record Reply(ScsiOutcome outcome) {
  /**
   * Goes on with the device's answer or with the reason why there is none.
   *
   * @param onAnswer given how the command ended, and the data that came
   * @param onFailure given why the command was not sent, or not answered in time
   */
  public <R> R fold(
      BiFunction<CommandStatus, Bytes, ? extends R> onAnswer,
      Function<ScsiOutcome.NotSent, ? extends R> onFailure) {
    return outcome.fold(
        answer -> onAnswer.apply(CommandStatus.of(answer), answer.data()), onFailure::apply);
  }

  /**
   * Decodes the data of a good answer.
   *
   * @param decoder what reads the data
   * @return the decoder's value, or an error with what went wrong on the way
   */
  public <T> Decoded<T> decode(Function<Bytes, Decoded<T>> decoder) {
    return fold(
        (status, data) ->
            status.isGood()
                ? decoder.apply(data)
                : Decoded.malformed(Decoded.Defect.NO_DATA, status.toString()),
        failure -> Decoded.malformed(Decoded.Defect.NO_DATA, failure.text()));
  }
}
