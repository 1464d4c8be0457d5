package org.polypath.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessUseTest {
  @Test
  void isReadFromProc() {
    ProcessUse use =
        ProcessUse.parse(
            """
            417 (multi path d) S 1 417 417 0 -1 4194560 30185 0 12 0 812 95 0 0 10 -10 31 0 5512 0
            Name:	multipathd
            VmHWM:	   90112 kB
            VmRSS:	   81920 kB
            """);

    assertThat(use).isEqualTo(new ProcessUse(Duration.ofMillis(9070), 81920, 90112));
  }
}
