package org.polypath.linux.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.api.settings.Limit;

class PortTimeoutsTest {
  /** The kernel's defaults of a port whose driver sets none: 60 and off. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // fast, loss, least, now loss, now fast: what is written in this order, what is remarked
        "5,     -,         -,         60,  off, fast_io_fail_tmo=5,                              -",
        "5,     -,         -,         60,  5,   '',                                              -",
        "-,     -,         -,         60,  off, '',                                              -",
        "off,   -,         -,         60,  5,   fast_io_fail_tmo=off,                            -",
        "0,     -,         -,         60,  5,   fast_io_fail_tmo=0,                              -",
        "5,     120,       -,         60,  5,   dev_loss_tmo=120,                                -",
        "5,     120,       -,         60,  off, fast_io_fail_tmo=5 dev_loss_tmo=120,             -",
        "5,     infinity,  -,         60,  off, fast_io_fail_tmo=5 dev_loss_tmo=2147483647,      -",
        "90,    120,       -,         60,  5,   dev_loss_tmo=91 fast_io_fail_tmo=90 dev_loss_tmo=120, -",
        "3,     10,        -,         60,  30,  fast_io_fail_tmo=3 dev_loss_tmo=10,              -",
        "30,    30,        -,         60,  5,   fast_io_fail_tmo=off dev_loss_tmo=30,            not less",
        "off,   infinity,  -,         60,  off, dev_loss_tmo=600,                                limited",
        "off,   700,       -,         700, 5,   fast_io_fail_tmo=off dev_loss_tmo=600,           limited",
        "-,     900,       -,         60,  off, dev_loss_tmo=600,                                limited",
        "700,   900,       -,         60,  off, dev_loss_tmo=600 fast_io_fail_tmo=599 dev_loss_tmo=900, limited",
        "5,     -,         infinity,  60,  5,   dev_loss_tmo=2147483647,                         -",
        "5,     60,        infinity,  60,  5,   dev_loss_tmo=2147483647,                         infinity",
        "5,     60,        127,       60,  5,   dev_loss_tmo=127,                                raised",
        "5,     200,       127,       60,  5,   dev_loss_tmo=200,                                -",
      })
  void writesWhatTheKernelTakes(
      String fast,
      String loss,
      String least,
      long nowLoss,
      String nowFast,
      String steps,
      String remark) {
    PortTimeouts plan =
        PortTimeouts.plan(limit(fast), limit(loss), limit(least), current(nowLoss, nowFast));

    assertThat(plan.steps().stream().map(step -> step.attribute() + "=" + step.value()))
        .containsExactly(steps.isEmpty() ? new String[0] : steps.split(" "));
    if (remark == null) {
      assertThat(plan.remarks()).isEmpty();
    } else {
      assertThat(plan.remarks()).singleElement().asString().contains(remark);
    }
  }

  /** The kernel's own checks, of each write, from any state it can be in. */
  @Property
  void theKernelRefusesNoStep(
      @ForAll("limits") Limit fast,
      @ForAll("limits") Limit loss,
      @ForAll("limits") Limit least,
      @ForAll("states") PortTimeouts.Current current) {
    KernelPort port = new KernelPort(current);
    PortTimeouts plan = PortTimeouts.plan(fast, loss, least, current);

    plan.steps().forEach(port::write);

    assertThat(PortTimeouts.plan(fast, loss, least, port.current()).steps())
        .as("a second time there is nothing left to do")
        .isEmpty();
  }

  @Provide
  Arbitrary<Limit> limits() {
    return Arbitraries.oneOf(
        Arbitraries.of(Limit.UNSET, Limit.OFF, Limit.UNLIMITED),
        Arbitraries.integers().between(0, 1200).map(Limit::of));
  }

  @Provide
  Arbitrary<PortTimeouts.Current> states() {
    return Arbitraries.integers()
        .between(1, 1200)
        .flatMap(
            loss ->
                Arbitraries.integers()
                    .between(loss > 600 ? 0 : -1, Math.min(loss - 1, 600))
                    .map(
                        fast ->
                            new PortTimeouts.Current(
                                loss, fast < 0 ? OptionalLong.empty() : OptionalLong.of(fast))));
  }

  /** The rules of drivers/scsi/scsi_transport_fc.c. */
  private static final class KernelPort {
    private long loss;
    private OptionalLong fast;

    KernelPort(PortTimeouts.Current current) {
      loss = current.deviceLoss();
      fast = current.fastIoFail();
    }

    PortTimeouts.Current current() {
      return new PortTimeouts.Current(loss, fast);
    }

    void write(PortTimeouts.Step step) {
      if (step.attribute().equals("dev_loss_tmo")) {
        loss = Long.parseLong(step.value());
        assertThat(fast.isPresent() || loss <= 600).as("dev_loss_tmo %s", this).isTrue();
      } else if (step.value().equals("off")) {
        fast = OptionalLong.empty();
      } else {
        fast = OptionalLong.of(Long.parseLong(step.value()));
        assertThat(fast.getAsLong() < loss && fast.getAsLong() <= 600)
            .as("fast_io_fail_tmo %s", this)
            .isTrue();
      }
    }

    @Override
    public String toString() {
      return "with dev_loss_tmo " + loss + " and fast_io_fail_tmo " + fast;
    }
  }

  private static PortTimeouts.Current current(long loss, String fast) {
    return new PortTimeouts.Current(
        loss, fast.equals("off") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(fast)));
  }

  private static Limit limit(String text) {
    if (text == null) {
      return Limit.UNSET;
    }
    return switch (text) {
      case "off" -> Limit.OFF;
      case "infinity" -> Limit.UNLIMITED;
      default -> Limit.of(Integer.parseInt(text));
    };
  }
}
