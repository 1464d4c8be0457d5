package org.polypath.launcher;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SignalsTest {
  @Test
  void aSignalDoesWhatItIsToDoEachTime() throws Exception {
    AtomicInteger received = new AtomicInteger();
    Signals.handle("WINCH", received::incrementAndGet);
    for (int number = 1; number <= 2; number++) {
      String pid = Long.toString(ProcessHandle.current().pid());
      new ProcessBuilder("kill", "-WINCH", pid).start().waitFor();
      int expected = number;
      await().atMost(Duration.ofSeconds(30)).until(() -> received.get() == expected);
    }
  }
}
