package org.polypath.lab.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.api.prioritizer.Priority;
import org.polypath.api.prioritizer.PriorityRequest;

/** Ranks every path alike, with the number that its bundle holds. */
public final class FixedPriority implements Prioritizer {
  /** The entry of the bundle that holds the number. */
  static final String ENTRY = "priority";

  private final int priority = read();

  @Override
  public CompletionStage<Priority> prioritize(PriorityRequest request) {
    return CompletableFuture.completedFuture(Priority.of(priority, "the bundle says so"));
  }

  private static int read() {
    try (InputStream entry = FixedPriority.class.getResourceAsStream("/" + ENTRY)) {
      return Integer.parseInt(new String(entry.readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
