package org.polypath.api.platform;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.polypath.api.topology.Topology;

/**
 * The running platform: reads never wait, changes go to the one thread that owns the state. Any
 * thread may call.
 */
@ProviderType
public interface Platform {
  /** The last topology published. Returns at once. */
  Topology topology();

  /** Asks for a change. The stage completes on a thread of the platform, never exceptionally. */
  CompletionStage<CommandResult> submit(Command command);

  /**
   * Follows topologies. The listener is called on the platform's own thread with each new one: it
   * returns at once.
   *
   * @return closing ends it
   */
  Subscription subscribe(Consumer<Topology> listener);

  /** Topologies being followed. */
  @ProviderType
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
