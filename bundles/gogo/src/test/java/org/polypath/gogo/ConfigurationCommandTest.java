package org.polypath.gogo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.CommandResult;
import org.polypath.api.platform.Platform;
import org.polypath.api.topology.Topology;

class ConfigurationCommandTest {
  private final ConfigurationCommand command = new ConfigurationCommand(new StartingPlatform());

  @Test
  void whatItCannotAnswerItSays() {
    assertThatThrownBy(() -> command.config("why", "prio", "sda"))
        .isInstanceOf(CommandFailedException.class)
        .hasMessage("the daemon is starting");
    assertThatThrownBy(() -> command.config("why", "prio")).hasMessageStartingWith("usage: ");
    assertThatThrownBy(() -> command.config("how", "prio", "sda"))
        .hasMessageStartingWith("usage: ");
  }

  /** Has read nothing yet. */
  private static final class StartingPlatform implements Platform {
    @Override
    public Topology topology() {
      return Topology.EMPTY;
    }

    @Override
    public CompletionStage<CommandResult> submit(Command command) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Subscription subscribe(Consumer<Topology> listener) {
      return () -> {};
    }
  }
}
