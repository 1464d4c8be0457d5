package org.polypath.daemon.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whether a plug-in is in use does not depend on how often paths are checked. */
class AskedPathsTest {
  private long nanos;
  private final AskedPaths paths = new AskedPaths(() -> nanos);

  private void askAfter(Duration time) {
    pass(time);
    paths.note("sda");
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  @Test
  void aPathIsForgottenWhenItIsNotAskedAboutAnyMore() {
    askAfter(Duration.ZERO);
    askAfter(Duration.ofSeconds(5));
    pass(Duration.ofMinutes(2));
    assertThat(paths.expected()).containsExactly("sda");
    pass(Duration.ofSeconds(1));
    assertThat(paths.expected()).isEmpty();
  }

  @Test
  void aPathThatIsAskedAboutSeldomIsInUseBetween() {
    askAfter(Duration.ZERO);
    pass(Duration.ofMinutes(9));
    assertThat(paths.expected()).as("it may have gone").isEmpty();
    askAfter(Duration.ofMinutes(1));
    pass(Duration.ofMinutes(9));
    assertThat(paths.expected()).containsExactly("sda");
    pass(Duration.ofMinutes(22));
    assertThat(paths.expected()).isEmpty();
  }

  @Test
  void whoFollowsIsAskedAboutTheSame() {
    askAfter(Duration.ZERO);
    askAfter(Duration.ofMinutes(10));
    AskedPaths next = new AskedPaths(() -> nanos);
    next.addAll(paths);
    pass(Duration.ofMinutes(10));
    assertThat(next.expected()).containsExactly("sda");
  }

  @Test
  void whatIsLongGoneIsNotKept() {
    askAfter(Duration.ZERO);
    pass(Duration.ofMinutes(61));
    assertThat(paths.expected()).isEmpty();
    assertThat(paths.count()).isZero();
  }
}
