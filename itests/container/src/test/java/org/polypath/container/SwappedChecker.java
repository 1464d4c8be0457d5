package org.polypath.container;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.polypath.api.checker.CheckRequest;
import org.polypath.api.checker.CheckResult;
import org.polypath.api.checker.PathChecker;

/** A vendor's checker that does what its bundle is built to do. */
public final class SwappedChecker implements PathChecker {
  /** Key among the system properties of who is told the name of each path that is checked. */
  static final String LISTENER = "org.polypath.container.checked";

  private final Behaviour behaviour = Behaviour.ofBundle(SwappedChecker.class);

  /** For the service component runtime. */
  public SwappedChecker() {}

  @Override
  public CompletionStage<CheckResult> check(CheckRequest request) {
    tell(request.device().facts().name());
    return switch (behaviour) {
      case GOOD, RANKS_OTHERWISE, GROUPS_OTHERWISE, SELECTS_OTHERWISE ->
          CompletableFuture.completedFuture(CheckResult.up());
      case THROWS -> throw new IllegalStateException("not on this array");
      case HANGS -> new CompletableFuture<>();
      case BLOCKS -> blocked();
      case SAYS_DOWN -> CompletableFuture.completedFuture(CheckResult.down("all is lost"));
      case LEAKS -> leaking();
    };
  }

  /** Every version finds the listener where the class loaders of bundles do not separate them. */
  @SuppressWarnings("unchecked")
  private static void tell(String path) {
    if (System.getProperties().get(LISTENER) instanceof Consumer<?> listener) {
      ((Consumer<String>) listener).accept(path);
    }
  }

  private static CompletionStage<CheckResult> blocked() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new CompletableFuture<>();
  }

  private static CompletionStage<CheckResult> leaking() {
    Thread thread = new Thread(SwappedChecker::blocked, "leaked");
    thread.setDaemon(true);
    thread.start();
    return CompletableFuture.completedFuture(CheckResult.up());
  }
}
