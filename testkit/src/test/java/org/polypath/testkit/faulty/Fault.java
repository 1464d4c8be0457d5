package org.polypath.testkit.faulty;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What is wrong with a plug-in. */
public enum Fault {
  /** It says another state than its array's description. */
  WRONG_STATE,
  /** Any answer will do: it sees no difference between the array's states. */
  ANY_ANSWER_IS_UP,
  /** It throws where no answer came. */
  THROWS_WITHOUT_ANSWER,
  /** It takes no answer for a good one. */
  UP_WITHOUT_ANSWER,
  /** It takes a unit attention for the answer. */
  DOES_NOT_ASK_AGAIN,
  /** It reads beyond the end of a short answer. */
  TRUSTS_LENGTHS,
  /** It waits for the answer on the thread that it was called on. */
  BLOCKS,
  /** It never finds that a path has failed. */
  REMEMBERS,
  /** It starts a thread at each call. */
  LEAKS,
  /** It has room for a few paths. */
  KNOWS_FEW_PATHS;

  /** The entry of a bundle that names it. */
  public static final String ENTRY = "fault";

  static Fault ofBundle() {
    try (InputStream in = Fault.class.getResourceAsStream("/" + ENTRY)) {
      return valueOf(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
