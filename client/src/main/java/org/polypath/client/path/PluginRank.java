package org.polypath.client.path;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.polypath.api.device.PathDevice;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.api.prioritizer.Priority;
import org.polypath.api.prioritizer.PriorityRequest;
import org.polypath.client.path.PathProgramException.Failure;

/**
 * What an installed prioritizer says of a path.
 *
 * @param prioritizer the plug-in
 * @param arguments its arguments
 */
record PluginRank(Prioritizer prioritizer, String arguments) implements PathRank {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final long SPARE_SECONDS = 5;

  private record Request(PathDevice device, String arguments, Duration timeout)
      implements PriorityRequest {}

  @Override
  public Ranked rank(PathDevice path) throws PathProgramException {
    Priority priority =
        prioritizer
            .prioritize(new Request(path, arguments, TIMEOUT))
            .toCompletableFuture()
            .completeOnTimeout(
                Priority.undefined("no answer"),
                TIMEOUT.toSeconds() + SPARE_SECONDS,
                TimeUnit.SECONDS)
            .join();
    if (priority.value().isEmpty()) {
      throw new PathProgramException(
          Failure.UNSUPPORTED, path.facts().name() + ": " + priority.message());
    }
    return new Ranked(priority.value().getAsInt(), priority.message() + "\n");
  }
}
