package org.polypath.api.map;

import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/** What came of a {@link MapOperation}. */
@ProviderType
public sealed interface MapOutcome {
  /** Continues with the one that it is. */
  <R> R fold(Function<Done, R> done, Function<Refused, R> refused);

  /** It was done. */
  record Done() implements MapOutcome {
    @Override
    public <R> R fold(Function<Done, R> done, Function<Refused, R> refused) {
      return done.apply(this);
    }
  }

  /**
   * It was not done, and the map is as it was before.
   *
   * @param refusal why
   * @param text what was tried, on what, and what the system said
   */
  record Refused(Refusal refusal, String text) implements MapOutcome {
    @Override
    public <R> R fold(Function<Done, R> done, Function<Refused, R> refused) {
      return refused.apply(this);
    }
  }

  /** Why an operation was not done. */
  enum Refusal {
    /** Something has the map or one of its partitions open. */
    BUSY,
    /** There is no such map. */
    NOT_FOUND,
    /** The name or UUID belongs to another device. */
    NAME_TAKEN,
    /** A path is in use by something else, or gone. */
    PATH_UNAVAILABLE,
    /** The caller may not. */
    NO_PERMISSION,
    /** The kernel does not take the table or message. */
    INVALID,
    /** Anything else. */
    OTHER
  }
}
