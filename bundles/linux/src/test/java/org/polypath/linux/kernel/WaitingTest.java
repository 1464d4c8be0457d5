package org.polypath.linux.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaitingTest {
  private static final int NON_BLOCKING = 0x800;

  private final CLibrary library = new CLibrary();
  private int counter;
  private Waiting waiting;

  @BeforeEach
  void prepare() throws SystemCallException {
    counter = library.checked("eventfd", () -> library.functions().eventfd(0, NON_BLOCKING));
    waiting = Waiting.on(library, counter);
  }

  @AfterEach
  void release() {
    waiting.release();
    library.functions().close(counter);
  }

  @Test
  void somethingToReadEndsTheWait() throws SystemCallException {
    makeReadable();

    assertThat(waiting.untilReadable()).isTrue();
  }

  @Test
  void anotherThreadEndsTheWait() {
    CompletableFuture<Boolean> answer =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return waiting.untilReadable();
              } catch (SystemCallException e) {
                throw new IllegalStateException(e);
              }
            });

    waiting.end();

    assertThat(answer.orTimeout(60, TimeUnit.SECONDS).join()).isFalse();
  }

  @Test
  void anEndedWaitStaysEndedWhateverThereIsToRead() throws SystemCallException {
    waiting.end();
    makeReadable();

    assertThat(waiting.untilReadable()).isFalse();
    assertThat(waiting.untilReadable()).isFalse();
  }

  @Test
  void aReleasedWaitIsOver() throws SystemCallException {
    waiting.release();
    waiting.end();

    assertThat(waiting.untilReadable()).isFalse();
  }

  private void makeReadable() {
    try (Memory one = new Memory(Long.BYTES)) {
      one.setLong(0, 1);
      library.functions().write(counter, one, new NativeLong(Long.BYTES));
    }
  }
}
