package org.polypath.daemon.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whoever fails again and again is left alone, for longer each time, but not for ever. */
class CircuitBreakerTest {
  private long now;
  private final CircuitBreaker breaker = new CircuitBreaker(() -> now);

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      breaker.failed("oops");
    }
  }

  @Test
  void someFaultsAreForgivenByAnAnswer() {
    fail(CircuitBreaker.FAULTS - 1);
    breaker.answered();
    fail(CircuitBreaker.FAULTS - 1);
    assertThat(breaker.permits()).isTrue();
    assertThat(breaker.reason()).isEmpty();
  }

  @Test
  void afterManyInARowItRestsAndSaysWhy() {
    fail(CircuitBreaker.FAULTS);
    assertThat(breaker.permits()).isFalse();
    assertThat(breaker.reason()).hasValueSatisfying(text -> assertThat(text).endsWith("oops"));
  }

  @Test
  void afterARestOneMayTry() {
    fail(CircuitBreaker.FAULTS);
    now += CircuitBreaker.SHORTEST.toNanos();
    assertThat(breaker.permits()).isTrue();
    assertThat(breaker.permits()).as("others wait for what comes of it").isFalse();
    breaker.answered();
    assertThat(breaker.permits()).isTrue();
    assertThat(breaker.permits()).isTrue();
  }

  @Test
  void eachFurtherRestIsLongerUpToALimit() {
    fail(CircuitBreaker.FAULTS);
    for (int i = 0; i < 20; i++) {
      now += CircuitBreaker.LONGEST.toNanos();
      assertThat(breaker.permits()).isTrue();
      fail(1);
      now += CircuitBreaker.SHORTEST.toNanos();
      assertThat(breaker.permits()).isFalse();
    }
  }

  @Test
  void faultsOfCallsThatWereUnderWayDoNotProlongARest() {
    fail(256);
    now += CircuitBreaker.SHORTEST.toNanos();
    assertThat(breaker.permits()).isTrue();
    fail(1);
    fail(256);
    now += 2 * CircuitBreaker.SHORTEST.toNanos();
    assertThat(breaker.permits()).isTrue();
  }
}
