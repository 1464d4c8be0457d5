package org.polypath.api.platform;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Carries out the text commands of {@code multipathd}, whoever they come from. Any thread may call.
 */
@ProviderType
public interface CommandInterpreter {
  /**
   * Carries out one command line, for instance {@code show topology}.
   *
   * @param line the words as the reference's socket takes them
   * @param privileged whether the caller may change anything
   * @return the reply text as the socket gives it, ended by a newline; never completes
   *     exceptionally
   */
  CompletionStage<String> interpret(String line, boolean privileged);
}
