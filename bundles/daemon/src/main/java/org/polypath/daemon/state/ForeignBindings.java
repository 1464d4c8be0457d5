package org.polypath.daemon.state;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.polypath.api.names.BindingsStore;
import org.polypath.api.names.BindingsStoreException;
import org.polypath.api.names.StoredBindings;
import org.polypath.api.path.Wwid;

/**
 * The store of a plug-in, asked on a thread of its own: whatever goes wrong in it is a {@link
 * BindingsStoreException}, and one that does not come back holds up nobody else. One thread asks.
 */
final class ForeignBindings implements BindingsStore, AutoCloseable {
  private final String label;
  private final BindingsStore store;
  private final Duration patience;
  private final AtomicBoolean asked = new AtomicBoolean();
  private final ExecutorService thread;

  /**
   * Asks nothing yet.
   *
   * @param label who brought it, for people
   * @param store it
   * @param patience how long an answer may take
   */
  ForeignBindings(String label, BindingsStore store, Duration patience) {
    this.label = label;
    this.store = store;
    this.patience = patience;
    thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread made = new Thread(task, "bindings of " + label);
              made.setDaemon(true);
              return made;
            });
  }

  @Override
  public StoredBindings read() {
    return ask(store::read);
  }

  @Override
  public boolean bind(String alias, Wwid wwid, Optional<String> previous) {
    return ask(() -> store.bind(alias, wwid, previous));
  }

  /** Stops waiting for it. */
  @Override
  public void close() {
    thread.shutdownNow();
  }

  private <T> T ask(Callable<T> question) {
    if (!asked.compareAndSet(false, true)) {
      throw new BindingsStoreException(label + " has not come back from an earlier question");
    }
    try {
      Future<T> answer = thread.submit(() -> answer(question));
      T given = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (given == null) {
        throw new BindingsStoreException(label + " answered nothing");
      }
      return given;
    } catch (TimeoutException e) {
      throw new BindingsStoreException(
          label + " did not answer within " + patience.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw new BindingsStoreException(label + " failed: " + e.getCause(), e);
    } catch (RejectedExecutionException e) {
      throw new BindingsStoreException(label + " has gone", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BindingsStoreException(label + " was not waited for: the platform stops", e);
    }
  }

  private <T> T answer(Callable<T> question) throws Exception {
    try {
      return question.call();
    } finally {
      asked.set(false);
    }
  }
}
