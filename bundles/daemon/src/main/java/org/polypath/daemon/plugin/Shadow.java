package org.polypath.daemon.plugin;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.polypath.api.device.PathDevice;

/**
 * Asks a plug-in on trial what the serving one has just answered, and compares. The serving one's
 * answer is held up only while a command that the other sent is under way on the path, so that the
 * next question does not find the path busy.
 */
final class Shadow {
  /** A new version that takes longer than this where the old one has answered hangs. */
  private static final Duration LONGEST = Duration.ofSeconds(5);

  /** How long the serving one's answer waits for one that is being worked out. */
  private static final long PATIENCE_MILLIS = 250;

  /** Calls a plug-in within its budget. */
  interface Call {
    <T, R> void call(
        ServingPlugin<T> plugin,
        PathDevice device,
        Duration deadline,
        Question<T, R> question,
        Consumer<R> answered,
        Consumer<CallFault> failed);
  }

  private final PluginCalls calls;
  private final Call call;

  Shadow(PluginCalls calls, Call call) {
    this.calls = calls;
    this.call = call;
  }

  /**
   * Asks.
   *
   * @param expected the gist of what the serving one answered; empty if it failed
   * @param handOn hands that answer on; run exactly once
   */
  <T, R> void ask(
      Challenge<T> challenge,
      ShadowDevice device,
      Duration deadline,
      Question<T, R> question,
      Optional<String> expected,
      Runnable handOn) {
    String path = device.facts().name();
    AtomicBoolean ended = new AtomicBoolean();
    Runnable end =
        () -> {
          if (!ended.getAndSet(true)) {
            device.whenQuiet(handOn);
          }
        };
    var patience = calls.deadlines().schedule(end, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    Duration limit = deadline.compareTo(LONGEST) < 0 ? deadline : LONGEST;
    call.call(
        challenge.next(),
        device,
        limit,
        question,
        answer -> {
          if (device.wasDataRefused()) {
            challenge.notCompared(path);
          } else if (!device.wasRefused()) {
            challenge.answered(path, expected, question.gist(answer), question.mayVary());
          }
          patience.cancel(false);
          end.run();
        },
        fault -> {
          if (device.wasDataRefused()) {
            challenge.notCompared(path);
          } else if (fault.asked()) {
            challenge.failed(fault.text());
          }
          patience.cancel(false);
          end.run();
        });
  }
}
