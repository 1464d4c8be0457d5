package org.polypath.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever logs waits for no reader. */
class LogWriterTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int MOST = 10;

  private final List<String> read = new CopyOnWriteArrayList<>();
  private final Semaphore mayRead = new Semaphore(0);
  private final CountDownLatch begun = new CountDownLatch(1);
  private final LogWriter writer =
      LogWriter.start(MOST, this::readSlowly, lost -> lost + " lines lost");

  private void readSlowly(String line) {
    begun.countDown();
    mayRead.acquireUninterruptibly();
    read.add(line);
  }

  private void log(int from, int to) {
    IntStream.range(from, to).forEach(number -> writer.line("line " + number));
  }

  private static List<String> lines(int from, int to) {
    return IntStream.range(from, to).mapToObj(number -> "line " + number).toList();
  }

  @Test
  void linesComeInTheirOrderAndAllBeforeFlushReturns() {
    mayRead.release(MOST);
    log(0, MOST);
    writer.flush();

    assertThat(read).isEqualTo(lines(0, MOST));
  }

  @Test
  void aReaderThatStandsStillHoldsNobodyUpAndIsToldWhatItLostWhenItReadsAgain() throws Exception {
    log(0, 1);
    begun.await();
    log(1, 1 + MOST);
    log(1 + MOST, 1001);
    mayRead.release(2000);

    List<String> expected = new ArrayList<>(lines(0, 1 + MOST));
    expected.add(1000 - MOST + " lines lost");
    await().atMost(LIMIT).untilAsserted(() -> assertThat(read).isEqualTo(expected));
  }

  @Test
  void theLossIsSaidWhereTheLinesAreMissing() throws Exception {
    log(0, 1);
    begun.await();
    log(1, 1 + MOST);
    writer.line("lost");
    mayRead.release(1 + MOST / 2);
    await().atMost(LIMIT).until(() -> read.size() == 1 + MOST / 2);
    await()
        .atMost(LIMIT)
        .until(
            () -> {
              writer.line("again");
              mayRead.release();
              return read.stream().anyMatch(line -> line.endsWith("lines lost"));
            });

    assertThat(read.subList(0, 1 + MOST)).isEqualTo(lines(0, 1 + MOST));
    assertThat(read.get(1 + MOST)).endsWith("lines lost");
  }

  @Test
  void flushWaitsNoLongerForAReaderThatStandsStill() {
    log(0, 1);
    writer.flush();

    assertThat(read).isEmpty();
  }
}
