package org.polypath.control.turn;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that work off turns in their order. */
public final class Turns {
  private static final long IDLE_SECONDS = 30;

  private Turns() {}

  /**
   * Threads that are there while there is work. They take {@link Turn}s and nothing else.
   *
   * @param count how many at most
   * @param name what they are called
   */
  public static ExecutorService threads(int count, String name) {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            count,
            count,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new PriorityBlockingQueue<>(),
            turn -> thread(turn, name));
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  private static Thread thread(Runnable turn, String name) {
    Thread thread = new Thread(turn, name);
    thread.setDaemon(true);
    return thread;
  }
}
