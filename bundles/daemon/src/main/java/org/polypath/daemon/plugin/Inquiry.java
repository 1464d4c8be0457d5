package org.polypath.daemon.plugin;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.polypath.api.device.PathDevice;

/**
 * Asks the plug-in that serves about a path; and after it, in its shadow, the one that wants its
 * place. The answer is the serving one's, whatever the other does. Any thread may call.
 */
public final class Inquiry {
  private final PluginCalls calls;
  private final Shadow shadow;

  /** Asks through these calls. */
  public Inquiry(PluginCalls calls) {
    this.calls = calls;
    this.shadow = new Shadow(calls, this::call);
  }

  /**
   * Asks.
   *
   * @param plugin who serves
   * @param device the path
   * @param deadline how long it may take
   * @param question what is asked
   * @param answered takes the answer; called once, or {@code failed} is
   * @param failed takes one line that says what the plug-in did wrong
   */
  public <T, R> void ask(
      ServingPlugin<T> plugin,
      PathDevice device,
      Duration deadline,
      Question<T, R> question,
      Consumer<R> answered,
      Consumer<String> failed) {
    plugin.askedAbout(device.facts().name());
    Optional<Challenge<T>> challenge = plugin.challenge();
    if (challenge.isEmpty()) {
      call(plugin, device, deadline, question, answered, fault -> failed.accept(fault.text()));
      return;
    }
    Transcript transcript = new Transcript();
    call(
        plugin,
        new RecordingDevice(device, transcript),
        deadline,
        question,
        result ->
            shadow.ask(
                challenge.get(),
                new ShadowDevice(device, transcript),
                deadline,
                question,
                Optional.of(question.gist(result)),
                () -> answered.accept(result)),
        fault ->
            shadow.ask(
                challenge.get(),
                new ShadowDevice(device, transcript),
                deadline,
                question,
                Optional.empty(),
                () -> failed.accept(fault.text())));
  }

  private <T, R> void call(
      ServingPlugin<T> plugin,
      PathDevice device,
      Duration deadline,
      Question<T, R> question,
      Consumer<R> answered,
      Consumer<CallFault> failed) {
    CallBudget budget = new CallBudget();
    PathDevice guarded = new GuardedDevice(device, plugin, budget, calls.threads());
    calls.call(
        plugin,
        deadline,
        () -> within(budget, question, question.put(plugin.service(), guarded)),
        answered,
        failed);
  }

  private static <R> CompletionStage<R> within(
      CallBudget budget, Question<?, R> question, CompletionStage<R> answer) {
    return Optional.ofNullable(answer)
        .map(
            stage ->
                stage.thenApply(
                    result -> {
                      if (result != null) {
                        budget.end(question.characters(result));
                      }
                      return result;
                    }))
        .orElse(null);
  }
}
