package org.polypath.prioritizer.script;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.polypath.api.PluginAlias;
import org.polypath.api.PluginName;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.api.prioritizer.Priority;
import org.polypath.api.prioritizer.PriorityRequest;

/**
 * Ranks a path by what a program of the administrator's prints about it. Programs are started by a
 * thread of their own, and killed when their time is over.
 */
@Component(immediate = true)
@PluginName("script")
@PluginAlias("spec")
public final class ScriptPrioritizer implements Prioritizer {
  private final RunningUser user;
  private final ExecutorService starter =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "prio-script");
            thread.setDaemon(true);
            return thread;
          });

  /** As the user who runs the platform. */
  @Activate
  public ScriptPrioritizer() {
    this(RunningUser.current());
  }

  ScriptPrioritizer(RunningUser user) {
    this.user = user;
  }

  @Override
  public CompletionStage<Priority> prioritize(PriorityRequest request) {
    return ProgramCall.parse(request.arguments())
        .map(call -> ranked(call, request))
        .orElseGet(
            () ->
                CompletableFuture.completedFuture(
                    Priority.undefined(
                        "prio_args: \""
                            + request.arguments()
                            + "\"; wanted: "
                            + ProgramCall.WANTED)));
  }

  /** Starts no more programs. */
  @Deactivate
  public void close() {
    starter.shutdown();
  }

  private CompletionStage<Priority> ranked(ProgramCall call, PriorityRequest request) {
    List<String> words = call.words(request.device().facts());
    Duration deadline = request.timeout();
    CompletableFuture<Program> started;
    try {
      started = CompletableFuture.supplyAsync(() -> start(call, words), starter);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.completedFuture(Priority.undefined("the prioritizer is stopped"));
    }
    return started
        .thenCompose(program -> program.output(deadline))
        .thenApply(output -> priority(words, output))
        .exceptionally(failure -> Priority.undefined(words.get(0) + ": " + cause(failure)));
  }

  private Program start(ProgramCall call, List<String> words) {
    try {
      return Program.start(call.user().map(name -> user.as(name, words)).orElse(words));
    } catch (IOException e) {
      throw new ProgramException("it could not be started: " + e.getMessage());
    }
  }

  private static String cause(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof ProgramException ? cause.getMessage() : cause.toString();
  }

  private static Priority priority(List<String> words, String output) {
    String text = output.strip();
    return text.matches("[0-9]{1,9}")
        ? Priority.of(Integer.parseInt(text), String.join(" ", words))
        : Priority.undefined(
            words.get(0)
                + ": it printed no number: \""
                + text.lines().findFirst().orElse("")
                + '"');
  }
}
