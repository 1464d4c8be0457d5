package org.polypath.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polypath.api.PluginName;
import org.polypath.api.discovery.PathDiscovery;
import org.polypath.api.map.MapDriver;
import org.polypath.api.platform.PluginDirectory.Plugin;
import org.polypath.daemon.nohost.NoMaps;
import org.polypath.daemon.nohost.NoPaths;

/** What the platform runs on comes, is replaced, and goes, in whatever order. */
class SourcesTest {
  private static final Map<String, Object> LINUX = Map.of(PluginName.PROPERTY, "linux");
  private static final Map<String, Object> OTHER = Map.of(PluginName.PROPERTY, "other");

  private final Sources sources = new Sources();
  private final List<PathDiscovery> taken = new ArrayList<>();
  private final PathDiscovery first = new NoPaths();
  private final PathDiscovery second = new NoPaths();
  private final MapDriver driver = new NoMaps();
  private int releases;

  @BeforeEach
  void await() {
    sources.await(
        "linux",
        new Sources.Receiver() {
          @Override
          public void take(PathDiscovery discovery, MapDriver driver) {
            taken.add(discovery);
          }

          @Override
          public void release() {
            releases++;
          }
        });
  }

  @Test
  void aPairOfTheNameIsTaken() {
    sources.bindDiscovery(second, OTHER);
    sources.bindDriver(driver, LINUX);
    assertThat(taken).isEmpty();
    sources.bindDiscovery(first, LINUX);
    assertThat(taken).containsExactly(first);
    assertThat(sources.plugins())
        .extracting(Plugin::kind, Plugin::name, Plugin::serving)
        .containsExactly(
            tuple("discovery", "other", false),
            tuple("discovery", "linux", true),
            tuple("driver", "linux", true));
  }

  @Test
  void whenTheOneInUseLeavesTheOneThatCameMeanwhileIsTaken() {
    sources.bindDriver(driver, LINUX);
    sources.bindDiscovery(first, LINUX);
    sources.bindDiscovery(second, LINUX);
    assertThat(taken).as("the one in use goes on").containsExactly(first);

    sources.unbindDiscovery(first, LINUX);
    assertThat(releases).isEqualTo(1);
    assertThat(taken).containsExactly(first, second);
  }

  @Test
  void oneThatIsNotInUseLeavesUnnoticed() {
    sources.bindDriver(driver, LINUX);
    sources.bindDiscovery(first, LINUX);
    sources.bindDiscovery(second, LINUX);
    sources.unbindDiscovery(second, LINUX);
    assertThat(releases).isZero();

    sources.unbindDiscovery(first, LINUX);
    assertThat(releases).isEqualTo(1);
    sources.bindDiscovery(first, LINUX);
    assertThat(taken).containsExactly(first, first);
  }
}
