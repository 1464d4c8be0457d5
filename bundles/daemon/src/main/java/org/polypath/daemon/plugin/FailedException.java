package org.polypath.daemon.plugin;

import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;

/**
 * What a plug-in threw, as text. Exceptions may be of its own making: they are asked for theirs
 * where its code runs, while its time does, and not again.
 */
final class FailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  FailedException(String text) {
    super(text, null, false, false);
  }

  static FailedException of(Throwable problem) {
    Throwable cause =
        problem instanceof CompletionException && problem.getCause() != null
            ? problem.getCause()
            : problem;
    return cause instanceof OverspentException
        ? new FailedException(cause.getMessage())
        : new FailedException("failed with " + cause.getClass().getSimpleName() + why(cause));
  }

  /** Its words must neither fill the log nor make lines of their own. */
  private static String why(Throwable cause) {
    try {
      String message = cause.getMessage();
      return message == null
          ? ""
          : ": "
              + CONTROL
                  .matcher(message.substring(0, Math.min(message.length(), CallBudget.CHARACTERS)))
                  .replaceAll(" ");
    } catch (Throwable e) {
      return ", which does not say why";
    }
  }
}
