package org.polypath.dm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DriverThreadTest {
  private static final int OFTEN = 2_000;

  @Test
  void whateverComesWhileItEndsIsDoneOrRefusedButNeverForgotten() throws Exception {
    for (int i = 0; i < OFTEN; i++) {
      DriverThread thread = new DriverThread();
      CompletableFuture<String> waited = new CompletableFuture<>();
      CompletableFuture<String> joined = thread.rejoin(waited);
      CountDownLatch start = new CountDownLatch(1);
      CompletableFuture<Void> ending =
          CompletableFuture.runAsync(
              () -> {
                start.countDown();
                waited.complete("loaded");
              });
      start.await();
      thread.stop(() -> {});

      ending.get(1, TimeUnit.MINUTES);
      assertThat(joined.handle((value, failure) -> true).get(1, TimeUnit.MINUTES)).isTrue();
    }
  }
}
