package org.polypath.control;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.CommandResult;
import org.polypath.api.platform.Platform;
import org.polypath.api.topology.Topology;

/** A platform whose topology the test sets, and which notes what it is asked for. */
public final class FakePlatform implements Platform {
  private final List<Consumer<Topology>> listeners = new CopyOnWriteArrayList<>();
  private final List<Command> submitted = new ArrayList<>();
  private volatile Topology topology;
  private Function<Command, CompletionStage<CommandResult>> answer =
      command -> CompletableFuture.completedStage(CommandResult.OK);

  public FakePlatform(Topology topology) {
    this.topology = topology;
  }

  public void publish(Topology next) {
    topology = next;
    listeners.forEach(listener -> listener.accept(next));
  }

  /** How commands are answered from now on. */
  public void answerWith(Function<Command, CompletionStage<CommandResult>> newAnswer) {
    answer = newAnswer;
  }

  public List<Command> submitted() {
    return submitted;
  }

  public int listeners() {
    return listeners.size();
  }

  @Override
  public Topology topology() {
    return topology;
  }

  @Override
  public CompletionStage<CommandResult> submit(Command command) {
    submitted.add(command);
    return answer.apply(command);
  }

  @Override
  public Subscription subscribe(Consumer<Topology> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
