package org.polypath.daemon.plugin;

import java.util.concurrent.CompletionStage;
import org.polypath.api.device.PathDevice;

/**
 * Something that is asked of one plug-in after the other.
 *
 * @param <T> the plug-in's interface
 * @param <R> its answer
 */
public interface Question<T, R> {
  /** Asks it. */
  CompletionStage<R> put(T plugin, PathDevice device);

  /** What of an answer two versions of a plug-in must agree about. */
  String gist(R answer);

  /** How many characters of text the answer has. */
  int characters(R answer);

  /** Whether an answer may differ from the one before with nothing being wrong. */
  boolean mayVary();
}
