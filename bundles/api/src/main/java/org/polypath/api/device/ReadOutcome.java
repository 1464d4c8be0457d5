package org.polypath.api.device;

import java.util.function.Function;
import org.osgi.annotation.versioning.ProviderType;

/** What came of a direct read. */
@ProviderType
public sealed interface ReadOutcome {
  /** Continues with the one that it is. */
  <R> R fold(Function<Completed, R> completed, Function<Failed, R> failed);

  /**
   * Data came.
   *
   * @param data what was read; shorter than asked for at the device's end
   */
  record Completed(Bytes data) implements ReadOutcome {
    @Override
    public <R> R fold(Function<Completed, R> completed, Function<Failed, R> failed) {
      return completed.apply(this);
    }
  }

  /**
   * No data came.
   *
   * @param failure why
   * @param text what was tried, on what, and what the system said
   */
  record Failed(DeviceFailure failure, String text) implements ReadOutcome {
    @Override
    public <R> R fold(Function<Completed, R> completed, Function<Failed, R> failed) {
      return failed.apply(this);
    }
  }
}
