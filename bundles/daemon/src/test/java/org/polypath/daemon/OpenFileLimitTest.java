package org.polypath.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.CommandResult;
import org.polypath.api.platform.Platform;
import org.polypath.api.settings.Configuration;
import org.polypath.api.settings.Limit;
import org.polypath.api.topology.Topology;
import org.polypath.config.ConfigurationFiles;

class OpenFileLimitTest {
  private final List<Limit> set = new ArrayList<>();
  private final Published platform = new Published();
  private final OpenFileLimit limit = new OpenFileLimit(platform);

  @TempDir private Path folder;

  @Test
  void theConfiguredLimitIsSetOnceAndWhenItChanges() throws Exception {
    limit.bindLimits(this::set);
    platform.publish(Topology.EMPTY);
    assertThat(set).isEmpty();
    platform.publish(with("max_fds 5000"));
    platform.publish(with("max_fds 5000"));
    platform.publish(with("max_fds max"));
    assertThat(set).containsExactly(Limit.of(5000), Limit.UNLIMITED);
  }

  @Test
  void whoComesLaterSetsItToo() throws Exception {
    platform.publish(with("max_fds 5000"));
    limit.bindLimits(this::set);
    assertThat(set).containsExactly(Limit.of(5000));
  }

  private List<String> set(Limit files) {
    set.add(files);
    return List.of("cannot");
  }

  private Topology with(String line) throws Exception {
    Path file = folder.resolve("multipath.conf");
    Files.writeString(file, "defaults {\n  " + line + "\n}\n");
    Optional<Configuration> configuration =
        new ConfigurationFiles(file, folder.resolve("conf.d"))
            .read(List.of(), false)
            .fold(accepted -> Optional.of(accepted.configuration()), refused -> Optional.empty());
    return new Topology(1, 0, List.of(), List.of(), List.of(), configuration, false);
  }

  private static final class Published implements Platform {
    private Consumer<Topology> listener = topology -> {};

    void publish(Topology topology) {
      listener.accept(topology);
    }

    @Override
    public Topology topology() {
      return Topology.EMPTY;
    }

    @Override
    public CompletionStage<CommandResult> submit(Command command) {
      return CompletableFuture.completedFuture(CommandResult.failed("not asked for"));
    }

    @Override
    public Subscription subscribe(Consumer<Topology> follower) {
      listener = follower;
      return () -> {};
    }
  }
}
