package org.polypath.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The lab itself: what goes wrong in a guest is reported, and nothing hangs for it. */
@InLab
class GuestIT {
  @Test
  void exitStatusAndBothOutputsComeBack(Guest guest) {
    assertThat(guest.attempt("echo 'to stdout'; echo 'to stderr' >&2; exit 3"))
        .isEqualTo(new StepResult(3, "to stdout\n", "to stderr\n"));
  }

  @Test
  void filesGoInAndOut(Guest guest) {
    guest.afterwards("rm -r /run/files");
    guest.write("/run/files/text", "one\ntwo\n");
    guest.push(new byte[] {0, 1, 2}, "/run/files/binary");

    assertThat(guest.read("/run/files/text")).isEqualTo("one\ntwo");
    assertThat(guest.run("od -An -tu1 /run/files/binary").text()).isEqualTo("   0   1   2");
  }

  @Test
  void aStepThatDoesNotEndIsKilledAndTheGuestServesOn(Guest guest) {
    assertThatThrownBy(() -> guest.attempt("sleep 1000", Duration.ofSeconds(1)))
        .isInstanceOf(StepTimeoutException.class)
        .hasMessageContaining("no end within 1 s of: sleep 1000");

    assertThat(guest.attempt("pgrep -x sleep").stdout()).isEmpty();
  }

  @Test
  void aPanicIsReportedWithTheEndOfTheConsole() {
    Path lab = Path.of("").toAbsolutePath();
    try (Guest guest = Guest.boot(lab, lab.resolve("target/lab/panic"))) {
      assertThatThrownBy(() -> guest.run("echo c > /proc/sysrq-trigger"))
          .isInstanceOf(GuestLostException.class)
          .hasMessageContaining("sysrq triggered crash");
    }
  }
}
