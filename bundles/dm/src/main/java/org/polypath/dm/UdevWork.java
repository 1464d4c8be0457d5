package org.polypath.dm;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work whose events udev handles: it is done when udev is. Used on the driver's thread only.
 *
 * <p>The device nodes are udev's business; where it is not there to do it, they are made here.
 */
final class UdevWork {
  private static final Logger LOG = LoggerFactory.getLogger(UdevWork.class);

  private final DeviceMapper mapper;
  private final CookieWaiter waiter;
  private final DriverThread thread;

  UdevWork(DeviceMapper mapper, CookieWaiter waiter, DriverThread thread) {
    this.mapper = mapper;
    this.waiter = waiter;
    this.thread = thread;
  }

  /**
   * Does work with a cookie of its own, then waits for udev.
   *
   * @param device what it is done to, for the log
   * @param nodes names whose nodes the work makes or removes
   * @param flags for udev
   * @param work what is done; may throw, or fail later
   */
  CompletionStage<Void> run(
      String device,
      Iterable<String> nodes,
      int flags,
      Function<UdevNotice, CompletionStage<Void>> work) {
    return run(device, nodes, flags, CookieWaiter.LIMIT, work);
  }

  /**
   * The same.
   *
   * @param patience after this udev is no longer waited for
   */
  CompletionStage<Void> run(
      String device,
      Iterable<String> nodes,
      int flags,
      Duration patience,
      Function<UdevNotice, CompletionStage<Void>> work) {
    int cookie = waiter.newCookie();
    CompletionStage<Void> worked = start(work, new UdevNotice(cookie, flags));
    return worked
        .handle((nothing, failure) -> failure)
        .thenCompose(
            failure ->
                waiter
                    .await(cookie, device, patience)
                    .thenAccept(
                        settled -> {
                          rethrow(failure);
                          if (!settled) {
                            nodes.forEach(this::makeNode);
                          }
                        }));
  }

  private CompletionStage<Void> start(
      Function<UdevNotice, CompletionStage<Void>> work, UdevNotice notice) {
    try {
      return thread.rejoin(work.apply(notice));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void makeNode(String name) {
    try {
      mapper.makeNode(name);
    } catch (TaskException e) {
      LOG.warn("device node is missing or left over: {}", e.getMessage());
    }
  }

  private static void rethrow(Throwable failure) {
    if (failure != null) {
      throw failure instanceof CompletionException wrapped
          ? wrapped
          : new CompletionException(failure);
    }
  }
}
