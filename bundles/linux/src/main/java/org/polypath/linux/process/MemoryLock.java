package org.polypath.linux.process;

import com.sun.jna.LastErrorException;

/**
 * Keeps the process' memory from being paged out, so that nothing has to be read back from a disk
 * whose paths are gone: everything that was touched stays, from now on and for what is mapped later
 * ({@code MCL_ONFAULT}: a JVM reserves far more than it uses, and locking all that takes 150 MB
 * more). What is to be there before it is needed has to be touched: {@link ResidentCode}, {@link
 * ResidentJars} and {@link ResidentClasses} do.
 */
final class MemoryLock {
  private static final int CURRENT_FUTURE_ON_FAULT = 1 | 2 | 4;

  private MemoryLock() {}

  /**
   * Locks.
   *
   * @throws LastErrorException if the process may not
   */
  static void take(ProcessCalls calls) {
    calls.mlockall(CURRENT_FUTURE_ON_FAULT);
  }
}
