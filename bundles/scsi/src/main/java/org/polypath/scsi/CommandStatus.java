package org.polypath.scsi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.polypath.api.device.ScsiOutcome;

/**
 * How a command that came back has ended, in words instead of numbers.
 *
 * @param status what the device says
 * @param host what the adapter's driver says
 * @param driver what the upper driver says
 * @param sense the sense data; empty if there is none, or none that can be read
 */
public record CommandStatus(
    ScsiStatus status, HostStatus host, DriverStatus driver, Optional<SenseData> sense) {
  /** Reads the numbers of an answer. */
  public static CommandStatus of(ScsiOutcome.Answered answer) {
    return new CommandStatus(
        ScsiStatus.of(answer.status()),
        HostStatus.of(answer.hostStatus()),
        DriverStatus.of(answer.driverStatus()),
        SenseData.decode(answer.sense()).toOptional());
  }

  /** Whether all three report no trouble. */
  public boolean isGood() {
    return status == ScsiStatus.GOOD && host == HostStatus.OK && driver == DriverStatus.OK;
  }

  /**
   * Whether the command was not done for a reason that has passed by the next attempt: a unit
   * attention, or a trouble of adapter or transport that is none of a path's being gone.
   */
  public boolean isPassing() {
    return switch (host) {
      case OK, NO_CONNECT, BAD_TARGET, ABORT, TRANSPORT_FAILFAST ->
          hasSense(SenseKey.UNIT_ATTENTION);
      default -> true;
    };
  }

  /** Whether sense data with this key came. */
  public boolean hasSense(SenseKey key) {
    return sense.isPresent() && sense.get().key() == key;
  }

  /** Whether sense data with this key, additional code and qualifier came. */
  public boolean hasSense(SenseKey key, int additionalCode, int additionalQualifier) {
    return sense.isPresent() && sense.get().is(key, additionalCode, additionalQualifier);
  }

  /** One line with what is not in order, for instance {@code check condition, sense 02/04/0b}. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    if (status != ScsiStatus.GOOD) {
      parts.add(words(status));
    }
    sense.ifPresent(data -> parts.add("sense " + data));
    if (host != HostStatus.OK) {
      parts.add("host " + words(host));
    }
    if (driver != DriverStatus.OK && driver != DriverStatus.SENSE) {
      parts.add("driver " + words(driver));
    }
    return parts.isEmpty() ? "good" : String.join(", ", parts);
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
