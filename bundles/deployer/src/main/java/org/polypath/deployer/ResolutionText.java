package org.polypath.deployer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the container says of a bundle that does not start, for the one who copied it. */
final class ResolutionText {
  private static final Pattern MISSING_PACKAGE =
      Pattern.compile(
          "osgi\\.wiring\\.package=(org\\.polypath\\.api[\\w.]*)\\)\\(version>=([\\w.]+)\\)");

  private ResolutionText() {}

  /** One line. */
  static String of(String message) {
    Matcher missing = MISSING_PACKAGE.matcher(message);
    String text = "it does not start: " + message.replaceAll("\\s+", " ");
    return missing.find()
        ? "it was built for another Polypath: this one does not have "
            + missing.group(1)
            + " "
            + missing.group(2)
            + "; "
            + text
        : text;
  }
}
