package org.polypath.launcher;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Who ends the JVM by {@link System#exit}, as far as the threads' stacks tell it. */
final class ExitCaller {
  private static final String RUNTIME = Runtime.class.getName();

  private ExitCaller() {}

  /** The thread and the code that called; empty if the end has another reason, as a signal. */
  static Optional<String> find() {
    return Thread.getAllStackTraces().entrySet().stream()
        .flatMap(each -> caller(each).stream())
        .findFirst();
  }

  private static Optional<String> caller(Map.Entry<Thread, StackTraceElement[]> thread) {
    boolean exits =
        Arrays.stream(thread.getValue())
            .anyMatch(frame -> isOf(frame, RUNTIME) && frame.getMethodName().equals("exit"));
    return Arrays.stream(thread.getValue())
        .filter(frame -> exits && !frame.getClassName().startsWith("java.lang."))
        .findFirst()
        .map(frame -> frame + " thread: " + thread.getKey().getName());
  }

  private static boolean isOf(StackTraceElement frame, String className) {
    return frame.getClassName().equals(className);
  }
}
