package org.polypath.control.command;

import java.lang.ref.WeakReference;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.polypath.api.topology.Topology;
import org.polypath.control.turn.Turn;
import org.polypath.control.turn.Turns;

/**
 * Makes long answers: in threads of their own, so that no short one waits for them, and once for
 * all who ask for the same while the topology is the same. Any thread may call; none waits.
 */
final class Renderings implements AutoCloseable {
  private static final int THREADS = 2;

  /** As much text is kept for who asks next, in characters. */
  private static final long MOST_KEPT = 4 << 20;

  /** What keeping an answer costs beside its text, as characters. */
  private static final int OVERHEAD = 200;

  private final ExecutorService threads = Turns.threads(THREADS, "control-rendering");
  private volatile Shared latest = new Shared(Topology.EMPTY);

  /** Privileged clients do not share with others: else they waited for the others' turn. */
  private record Question(String line, boolean privileged) {}

  /** The answers that were made, or are being made, while a topology was the last one. */
  private record Shared(
      WeakReference<Topology> topology,
      ConcurrentMap<Question, CompletableFuture<String>> answers,
      AtomicLong kept) {
    Shared(Topology topology) {
      this(new WeakReference<>(topology), new ConcurrentHashMap<>(), new AtomicLong());
    }

    /** Whether an answer may be kept: then it counts. */
    boolean hasRoom(Question question, String answer) {
      int size = question.line().length() + answer.length() + OVERHEAD;
      if (kept.addAndGet(size) <= MOST_KEPT) {
        return true;
      }
      kept.addAndGet(-size);
      return false;
    }
  }

  /**
   * An answer that everybody gets who asks for the same.
   *
   * @param topology the last one; the answer is about it or one that is newer
   * @param line what is asked, word by word
   * @param privileged whether the client is
   * @param text makes it; the stage fails as it does
   */
  CompletionStage<String> shared(
      Topology topology, String line, boolean privileged, Supplier<CompletionStage<String>> text) {
    Shared shared = sharedOf(topology);
    Question question = new Question(line, privileged);
    CompletableFuture<String> answer = new CompletableFuture<>();
    CompletableFuture<String> there = shared.answers().putIfAbsent(question, answer);
    if (there != null) {
      return there.minimalCompletionStage();
    }
    apart(privileged, text)
        .whenComplete(
            (made, failure) -> {
              // who has the answer and asks again gets another one
              if (failure != null || !shared.hasRoom(question, made)) {
                shared.answers().remove(question);
              }
              complete(answer, made, failure);
            });
    return answer.minimalCompletionStage();
  }

  private static void complete(CompletableFuture<String> answer, String made, Throwable failure) {
    if (failure == null) {
      answer.complete(made);
    } else {
      answer.completeExceptionally(failure);
    }
  }

  /** An answer for one client alone; the stage fails as its work does. */
  CompletionStage<String> apart(boolean privileged, Supplier<CompletionStage<String>> work) {
    Executor inTurn = task -> threads.execute(Turn.now(privileged, task));
    return CompletableFuture.supplyAsync(work, inTurn).thenCompose(Function.identity());
  }

  /** Two that come with a new topology at the same moment may each begin anew: no harm is done. */
  private Shared sharedOf(Topology topology) {
    Shared shared = latest;
    if (!shared.topology().refersTo(topology)) {
      shared = new Shared(topology);
      latest = shared;
    }
    return shared;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
