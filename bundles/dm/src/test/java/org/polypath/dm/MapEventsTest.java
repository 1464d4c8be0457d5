package org.polypath.dm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polypath.api.map.MapWatch;

class MapEventsTest {
  private final FakeKernel kernel = new FakeKernel();
  private final LinuxMapDriver driver = new LinuxMapDriver(kernel);
  private final BlockingQueue<String> changed = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void tellsOfMapsWithANewEventAndOfNoOther() throws Exception {
    kernel.add("mpatha", Samples.UUID, Samples.target(2048));
    kernel.add("mpathb", Samples.UUID + "b", Samples.target(2048));
    kernel.add("home", "LVM-x", Samples.linear());
    try (MapWatch watch = watch()) {
      assertThat(watch).isNotNull();
      kernel.devices.get("home").events++;
      kernel.devices.get("mpathb").events++;
      kernel.control.event();
      assertThat(changed.poll(30, TimeUnit.SECONDS)).isEqualTo("mpathb");
      kernel.devices.get("mpatha").events++;
      kernel.control.event();
      assertThat(changed.poll(30, TimeUnit.SECONDS)).isEqualTo("mpatha");
      assertThat(changed).isEmpty();
    }
  }

  @Test
  void tellsOfMapsThatComeAndGo() throws Exception {
    kernel.add("mpatha", Samples.UUID, Samples.target(2048));
    try (MapWatch watch = watch()) {
      assertThat(watch).isNotNull();
      kernel.devices.remove("mpatha");
      kernel.control.event();
      assertThat(changed.poll(30, TimeUnit.SECONDS)).isEqualTo("mpatha");
      kernel.add("mpathc", Samples.UUID + "c", Samples.target(2048));
      kernel.control.event();
      assertThat(changed.poll(30, TimeUnit.SECONDS)).isEqualTo("mpathc");
    }
  }

  @Test
  void anEventWhoseListingFailsIsNotLost() throws Exception {
    kernel.add("mpatha", Samples.UUID, Samples.target(2048));
    try (MapWatch watch = watch()) {
      assertThat(watch).isNotNull();
      kernel.devices.get("mpatha").events++;
      kernel.listFails.set(true);
      kernel.control.event();

      assertThat(changed.poll(30, TimeUnit.SECONDS)).isEqualTo("mpatha");
    }
  }

  @Test
  void aListenerThatThrowsIsToldOfTheNextEvent() throws Exception {
    kernel.add("mpatha", Samples.UUID, Samples.target(2048));
    try (MapWatch watch =
        driver.watch(
            name -> {
              changed.add(name);
              throw new IllegalStateException("a listener's mistake");
            })) {
      assertThat(watch).isNotNull();
      driver.read().toCompletableFuture().join();
      for (int i = 0; i < 2; i++) {
        kernel.devices.get("mpatha").events++;
        kernel.control.event();
        assertThat(changed.poll(30, TimeUnit.SECONDS)).isEqualTo("mpatha");
      }
    }
  }

  @Test
  void theNodeIsArmedBeforeTheMapsAreListedAndClosedInTheEnd() throws Exception {
    MapWatch watch = watch();
    assertThat(kernel.calls).containsExactly("arm");
    watch.close();
    assertThat(kernel.calls).isEqualTo(List.of("arm", "close control"));
  }

  /** Watches from a moment on when the maps there are have been listed. */
  private MapWatch watch() {
    MapWatch watch = driver.watch(changed::add);
    driver.read().toCompletableFuture().join();
    return watch;
  }
}
