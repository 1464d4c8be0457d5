package org.polypath.gogo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.PathState;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.CommandResult;
import org.polypath.api.platform.Platform;
import org.polypath.api.settings.Configuration;
import org.polypath.api.settings.Origin;
import org.polypath.api.settings.Setting;
import org.polypath.api.settings.UnknownKeywordException;
import org.polypath.api.topology.PathSnapshot;
import org.polypath.api.topology.PathSnapshot.KernelPathState;
import org.polypath.api.topology.Topology;

class ConfigurationCommandTest {
  private static final Origin LINE = new Origin(Origin.Kind.DEFAULTS, "/etc/multipath.conf:3");

  @Test
  void theValueIsToldWithItsOrigin() {
    ConfigurationCommand command = on(topology());
    String answer =
        "prio \"alua\" (setting: multipath.conf defaults/devices section"
            + " (/etc/multipath.conf:3))\n";

    assertThat(command.config("why", "prio", "sda")).isEqualTo(answer);
    assertThat(command.config("why", "prio", "/dev/sdz")).isEqualTo(answer);
  }

  @Test
  void whatIsNotSetIsSaidToBeNotSet() {
    assertThat(on(topology()).config("why", "dev_loss_tmo", "sda"))
        .isEqualTo("dev_loss_tmo is not set for sda: the kernel's\n");
  }

  @Test
  void whatItCannotAnswerItSays() {
    ConfigurationCommand command = on(topology());
    assertThatThrownBy(() -> command.config("why", "prio", "nosuch"))
        .isInstanceOf(CommandFailedException.class)
        .hasMessage("no such path or map: nosuch");
    assertThatThrownBy(() -> command.config("why", "pri", "sda"))
        .isInstanceOf(CommandFailedException.class)
        .hasMessage("there is no keyword \"pri\"; did you mean \"prio\"?");
    assertThatThrownBy(() -> command.config("why", "prio")).hasMessageStartingWith("usage: ");
    assertThatThrownBy(() -> command.config("how", "prio", "sda"))
        .hasMessageStartingWith("usage: ");
    assertThatThrownBy(() -> on(Topology.EMPTY).config("why", "prio", "sda"))
        .hasMessage("the daemon is starting");
  }

  private static ConfigurationCommand on(Topology topology) {
    return new ConfigurationCommand(new StillPlatform(topology));
  }

  private static Topology topology() {
    return new Topology(
        1,
        0,
        List.of(),
        List.of(path("sda", 0)),
        List.of(path("sdz", 400)),
        Optional.of(configuration()),
        false);
  }

  private static PathSnapshot path(String name, int minor) {
    return new PathSnapshot(
        PathFacts.named(name, new DeviceNumber(8, minor)).build(),
        Optional.empty(),
        PathState.UP,
        "",
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        KernelPathState.UNDEFINED,
        0,
        Optional.empty(),
        0,
        0,
        OptionalInt.empty(),
        false,
        List.of());
  }

  /** Knows two keywords, one of them not set, and is asked for nothing else. */
  private static Configuration configuration() {
    return (Configuration)
        Proxy.newProxyInstance(
            ConfigurationCommandTest.class.getClassLoader(),
            new Class<?>[] {Configuration.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("setting")) {
                return setting((String) arguments[0]);
              }
              assertThat(method.getName()).isEqualTo("unset");
              return "the kernel's";
            });
  }

  private static Optional<Setting<String>> setting(String keyword) {
    return switch (keyword) {
      case "prio" -> Optional.of(new Setting<>("\"alua\"", LINE));
      case "dev_loss_tmo" -> Optional.empty();
      default -> throw new UnknownKeywordException(keyword, "; did you mean \"prio\"?");
    };
  }

  /** Never changes. */
  private record StillPlatform(Topology topology) implements Platform {
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
