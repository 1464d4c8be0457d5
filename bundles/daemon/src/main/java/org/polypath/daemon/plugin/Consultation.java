package org.polypath.daemon.plugin;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Asks plug-ins that compute: policies and selectors. They are asked seldom, so one that wants the
 * place of another is asked at once all that the other was asked last, twice, and compared. Any
 * thread may call.
 */
public final class Consultation {
  /** A plug-in that got no thread is asked again after this time. */
  private static final long AGAIN_MILLIS = 1000;

  private final PluginCalls calls;
  private final Duration deadline;

  /**
   * Asks through these calls.
   *
   * @param deadline how long each may take
   */
  public Consultation(PluginCalls calls, Duration deadline) {
    this.calls = calls;
    this.deadline = deadline;
  }

  /**
   * Asks the plug-in that serves.
   *
   * @param answered takes the answer; called once, or {@code failed} is
   * @param failed takes one line that says what the plug-in did wrong
   */
  public <T, R> void ask(
      ServingPlugin<T> plugin,
      Computation<T, R> computation,
      Consumer<R> answered,
      Consumer<String> failed) {
    Consumer<Challenge<T>> rehearsal = challenge -> rehearse(challenge, computation, Rounds.ENOUGH);
    plugin.computed(computation.subject(), rehearsal);
    call(plugin, computation, answered, fault -> failed.accept(fault.text()));
    plugin.challenge().ifPresent(rehearsal);
  }

  private <T, R> void call(
      ServingPlugin<T> plugin,
      Computation<T, R> computation,
      Consumer<R> answered,
      Consumer<CallFault> failed) {
    calls.call(
        plugin,
        deadline,
        () -> CompletableFuture.completedFuture(computation.compute().apply(plugin.service())),
        answered,
        failed);
  }

  private <T, R> void rehearse(Challenge<T> challenge, Computation<T, R> computation, int rounds) {
    if (rounds == 0 || !challenge.isOpen()) {
      return;
    }
    call(
        challenge.serving(),
        computation,
        old -> compare(challenge, computation, rounds, Optional.of(computation.gist().apply(old))),
        fault -> {
          if (fault.asked()) {
            compare(challenge, computation, rounds, Optional.empty());
          } else {
            again(challenge, computation, rounds);
          }
        });
  }

  private <T, R> void compare(
      Challenge<T> challenge, Computation<T, R> computation, int rounds, Optional<String> old) {
    call(
        challenge.next(),
        computation,
        answer -> {
          challenge.answered(computation.subject(), old, computation.gist().apply(answer), false);
          rehearse(challenge, computation, rounds - 1);
        },
        fault -> {
          if (fault.asked()) {
            challenge.failed(fault.text());
          } else {
            again(challenge, computation, rounds);
          }
        });
  }

  private <T, R> void again(Challenge<T> challenge, Computation<T, R> computation, int rounds) {
    Future<?> unused =
        calls
            .deadlines()
            .schedule(
                () -> rehearse(challenge, computation, rounds),
                AGAIN_MILLIS,
                TimeUnit.MILLISECONDS);
  }
}
