package org.polypath.daemon.plugin;

import java.util.Optional;
import org.polypath.api.device.ScsiCommand;

/** What one call of a plug-in may take. Any thread may call. */
final class CallBudget {
  /** More commands than any checker needs: RDAC's, the longest, sends four. */
  static final int COMMANDS = 32;

  /** Bytes read from and sent to the device. */
  static final int BYTES = 16 * ScsiCommand.MAX_TRANSFER;

  /** Characters of an answer that the platform keeps. */
  static final int CHARACTERS = 4096;

  private int commands;
  private long bytes;
  private boolean over;
  private Optional<String> excess = Optional.empty();

  /** Takes a command from the budget, or says why it is not sent. */
  synchronized Optional<String> spend(int moreBytes) {
    if (over) {
      return Optional.of("the call that this device was given for is over");
    }
    commands++;
    bytes += moreBytes;
    if (commands > COMMANDS) {
      return refuse("sent more than " + COMMANDS + " commands in one call");
    }
    return bytes > BYTES
        ? refuse("moved more than " + BYTES + " bytes in one call")
        : Optional.empty();
  }

  /** Notes that the plug-in did what it may not: the whole call is a fault then. */
  synchronized Optional<String> refuse(String what) {
    excess = excess.or(() -> Optional.of(what));
    return excess;
  }

  /**
   * The answer is there: nothing may be sent any more.
   *
   * @param characters how long its texts are
   * @throws OverspentException the plug-in took too much
   */
  synchronized void end(int characters) {
    over = true;
    if (characters > CHARACTERS) {
      refuse("answered " + characters + " characters, more than " + CHARACTERS);
    }
    excess.ifPresent(
        what -> {
          throw new OverspentException(what);
        });
  }
}
