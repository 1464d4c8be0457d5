package org.polypath.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.CommandResult;
import org.polypath.api.platform.Platform;
import org.polypath.api.topology.Topology;

class HangupTest {
  private final List<Command> commands = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final CompletableFuture<CommandResult> done = new CompletableFuture<>();

  @Test
  void theConfigurationIsReadAgainAndTheManagerKnowsFromWhenToWhen() {
    ServiceManager manager = new ServiceManager();
    manager.bindWay(told::add);
    new Hangup(new Asked(), manager).run();

    assertThat(commands).containsExactly(new Command.Reconfigure(false));
    assertThat(told).singleElement().asString().matches("RELOADING=1\nMONOTONIC_USEC=\\d+");
    done.completeExceptionally(new IllegalStateException("made to fail"));
    assertThat(told).hasSize(2).endsWith("READY=1");
  }

  private final class Asked implements Platform {
    @Override
    public Topology topology() {
      return Topology.EMPTY;
    }

    @Override
    public CompletionStage<CommandResult> submit(Command command) {
      commands.add(command);
      return done;
    }

    @Override
    public Subscription subscribe(Consumer<Topology> listener) {
      return () -> {};
    }
  }
}
