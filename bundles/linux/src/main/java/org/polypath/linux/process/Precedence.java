package org.polypath.linux.process;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.polypath.linux.kernel.ErrorNumber;

/**
 * Lets the process' threads run before others, so that a busy host does not keep failed paths
 * waiting: in real time where {@code RLIMIT_RTPRIO} allows it, else by niceness. Linux keeps both
 * for each thread; those that are made later have their maker's.
 */
final class Precedence {
  private static final int REAL_TIME_LIMIT = 14;
  private static final int ROUND_ROBIN = 2;
  private static final int OF_A_THREAD = 0;
  private static final int NICENESS = -10;

  /** Above ordinary threads is enough: the kernel's own are not to wait for ours. */
  private static final int MOST_REAL_TIME = 10;

  private Precedence() {}

  /**
   * Takes precedence.
   *
   * @param tasks {@code /proc/self/task}
   * @return how, for the log
   * @throws LastErrorException if the process may not
   */
  static String take(ProcessCalls calls, Path tasks) throws IOException {
    List<Integer> threads = threads(tasks);
    int priority = realTimePriority(calls);
    if (priority > 0 && isRealTime(calls, threads, priority)) {
      return "real time " + priority;
    }
    forEachAlive(threads, thread -> calls.setpriority(OF_A_THREAD, thread, NICENESS));
    return "niceness " + NICENESS;
  }

  private static List<Integer> threads(Path tasks) throws IOException {
    List<Integer> numbers = new ArrayList<>();
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
      threads.forEach(thread -> numbers.add(Integer.parseInt(thread.getFileName().toString())));
    }
    return numbers;
  }

  /** Threads end meanwhile: the JVM's own come and go. */
  private static void forEachAlive(List<Integer> threads, IntConsumer setting) {
    for (int thread : threads) {
      try {
        setting.accept(thread);
      } catch (LastErrorException e) {
        if (e.getErrorCode() != ErrorNumber.ESRCH) {
          throw e;
        }
      }
    }
  }

  /** A control group may forbid what the limit allows (sched(7), real-time group scheduling). */
  private static boolean isRealTime(ProcessCalls calls, List<Integer> threads, int priority) {
    try (Memory parameters = new Memory(Integer.BYTES)) {
      parameters.setInt(0, priority);
      forEachAlive(threads, thread -> calls.sched_setscheduler(thread, ROUND_ROBIN, parameters));
      return true;
    } catch (LastErrorException e) {
      return false;
    }
  }

  private static int realTimePriority(ProcessCalls calls) {
    try (Memory limit = new Memory(2L * Long.BYTES)) {
      calls.prlimit64(0, REAL_TIME_LIMIT, null, limit);
      long most = limit.getLong(0);
      return Long.compareUnsigned(most, MOST_REAL_TIME) < 0 ? (int) most : MOST_REAL_TIME;
    }
  }
}
