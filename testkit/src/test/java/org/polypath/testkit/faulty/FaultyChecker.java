package org.polypath.testkit.faulty;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.polypath.api.checker.CheckRequest;
import org.polypath.api.checker.CheckResult;
import org.polypath.api.checker.PathChecker;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.path.PathState;

/** A checker that has one fault at most. */
public final class FaultyChecker implements PathChecker {
  private static final int LENGTH = 36;
  private static final int FEW = 20;

  private final Fault fault = Fault.ofBundle();
  private final Map<String, CheckResult> known = new ConcurrentHashMap<>();

  /** For the service component runtime. */
  public FaultyChecker() {}

  @Override
  public CompletionStage<CheckResult> check(CheckRequest request) {
    String path = request.device().facts().name();
    if (fault == Fault.LEAKS) {
      startThread();
    }
    if (fault == Fault.KNOWS_FEW_PATHS && known.size() >= FEW && !known.containsKey(path)) {
      return CompletableFuture.completedFuture(CheckResult.down("no room for " + path));
    }
    if (fault == Fault.REMEMBERS && known.containsKey(path)) {
      return CompletableFuture.completedFuture(known.get(path));
    }
    CompletionStage<CheckResult> result =
        ask(request)
            .thenCompose(
                outcome ->
                    isCheckCondition(outcome) && fault != Fault.DOES_NOT_ASK_AGAIN
                        ? ask(request)
                        : CompletableFuture.completedFuture(outcome))
            .thenApply(this::judged)
            .whenComplete((found, failure) -> remember(path, found));
    return fault == Fault.BLOCKS
        ? CompletableFuture.completedFuture(result.toCompletableFuture().join())
        : result;
  }

  private void remember(String path, CheckResult found) {
    if (found != null) {
      known.put(path, found);
    }
  }

  private static void startThread() {
    Thread thread =
        new Thread(
            () -> {
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "leaked");
    thread.setDaemon(true);
    thread.start();
  }

  private CompletionStage<ScsiOutcome> ask(CheckRequest request) {
    ScsiCommand command =
        fault == Fault.TRUSTS_LENGTHS
            ? new ScsiCommand(Bytes.of(0x12, 0, 0, 0, LENGTH, 0), LENGTH, request.timeout())
            : new ScsiCommand(Bytes.of(0, 0, 0, 0, 0, 0), 0, request.timeout());
    return request.device().send(command);
  }

  private static boolean isCheckCondition(ScsiOutcome outcome) {
    return outcome.<Boolean>fold(answered -> answered.status() == 2, notSent -> false);
  }

  private CheckResult judged(ScsiOutcome outcome) {
    return outcome.<CheckResult>fold(this::judged, notSent -> withoutAnswer(notSent.text()));
  }

  private CheckResult judged(ScsiOutcome.Answered answered) {
    if (answered.hostStatus() != 0) {
      return withoutAnswer("host status " + answered.hostStatus());
    }
    if (fault == Fault.TRUSTS_LENGTHS && answered.isGood()) {
      byte last = answered.data().toArray()[LENGTH - 1];
      return last == 0 ? CheckResult.up() : CheckResult.up().withMessage("last byte " + last);
    }
    boolean up = answered.isGood() || fault == Fault.ANY_ANSWER_IS_UP;
    if (fault == Fault.WRONG_STATE) {
      return new CheckResult(PathState.GHOST, "as it were");
    }
    return up ? CheckResult.up() : CheckResult.down("status " + answered.status());
  }

  private CheckResult withoutAnswer(String text) {
    return switch (fault) {
      case THROWS_WITHOUT_ANSWER -> throw new IllegalStateException(text);
      case UP_WITHOUT_ANSWER -> CheckResult.up();
      default -> CheckResult.down(text);
    };
  }
}
