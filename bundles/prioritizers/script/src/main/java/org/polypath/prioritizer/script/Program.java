package org.polypath.prioritizer.script;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A program that runs. It sees nothing of the platform's environment but what it needs, and has
 * nothing of its precedence over others.
 */
final class Program {
  private static final int LONGEST_OUTPUT = 4096;
  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;
  private static final Path THIS_THREAD = Path.of("/proc/thread-self");
  private static final File NOTHING = new File("/dev/null");

  private final Process process;

  private Program(Process process) {
    this.process = process;
  }

  /**
   * Starts a program.
   *
   * @throws IOException if that is not possible
   */
  static Program start(List<String> words) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(Precedence.of(THIS_THREAD).shed(words))
            .directory(new File("/"))
            .redirectInput(NOTHING)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().put("PATH", SystemProgram.FOLDERS);
    builder.environment().put("LC_ALL", "C");
    return new Program(builder.start());
  }

  /**
   * What it prints, once it has ended well.
   *
   * @param deadline when it is killed with all that it started
   * @return completes exceptionally with {@link ProgramException} otherwise
   */
  CompletionStage<String> output(Duration deadline) {
    return process
        .onExit()
        .orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
        .thenCompose(this::ended)
        .exceptionallyCompose(failure -> failed(failure, deadline));
  }

  private CompletionStage<String> ended(Process ended) {
    int status = ended.exitValue();
    if (status != 0) {
      return CompletableFuture.failedFuture(
          new ProgramException("it ended with status " + status + hint(status)));
    }
    try {
      // no more than there is: who was started by it may hold the pipe open
      int length = Math.min(ended.getInputStream().available(), LONGEST_OUTPUT);
      byte[] bytes = ended.getInputStream().readNBytes(length);
      return CompletableFuture.completedFuture(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return CompletableFuture.failedFuture(new ProgramException("its output was lost: " + e));
    }
  }

  /** Who starts a program for somebody else says so when he could not. */
  private static String hint(int status) {
    return status == NOT_EXECUTABLE || status == NOT_FOUND
        ? ": it, or what it starts, is not there or may not be run"
        : "";
  }

  private CompletionStage<String> failed(Throwable failure, Duration deadline) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof TimeoutException) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      return CompletableFuture.failedFuture(
          new ProgramException("it was killed after " + deadline.toMillis() + " ms"));
    }
    return CompletableFuture.failedFuture(cause);
  }
}
