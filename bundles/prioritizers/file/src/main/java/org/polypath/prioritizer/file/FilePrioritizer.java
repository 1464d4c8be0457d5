package org.polypath.prioritizer.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.polypath.api.PluginAlias;
import org.polypath.api.PluginName;
import org.polypath.api.path.PathFacts;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.api.prioritizer.Priority;
import org.polypath.api.prioritizer.PriorityRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ranks a path by a file that says which paths are the primary ones. The file is read by a thread
 * of its own, and read again after it was changed.
 */
@Component(immediate = true)
@PluginName("file")
@PluginAlias("tpc")
public final class FilePrioritizer implements Prioritizer {
  private static final String USUAL_FILE = "/etc/multipath/primary-paths";
  private static final int NOT_LISTED = 0;
  private static final Logger LOG = LoggerFactory.getLogger(FilePrioritizer.class);

  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "primary-paths");
            thread.setDaemon(true);
            return thread;
          });

  /** Belongs to the reader. */
  private final Map<Path, PrimaryPaths> files = new HashMap<>();

  private final Consumer<String> problems;

  /** Reports wrong lines to the log. */
  @Activate
  public FilePrioritizer() {
    this(problem -> LOG.warn("primary paths: line left out: {}", problem));
  }

  /**
   * Reports wrong lines to somebody.
   *
   * @param problems told {@code file:line: why}, once for each version of a file
   */
  FilePrioritizer(Consumer<String> problems) {
    this.problems = problems;
  }

  @Override
  public CompletionStage<Priority> prioritize(PriorityRequest request) {
    String argument = request.arguments().strip();
    Path file = Path.of(argument.isEmpty() ? USUAL_FILE : argument);
    if (!file.isAbsolute()) {
      return CompletableFuture.completedFuture(
          Priority.undefined(
              "prio_args: \"" + argument + "\"; wanted: the absolute path of a file"));
    }
    PathFacts path = request.device().facts();
    try {
      return CompletableFuture.supplyAsync(() -> ranked(file, path), reader);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.completedFuture(Priority.undefined("the prioritizer is stopped"));
    }
  }

  /** Takes no more questions. */
  @Deactivate
  public void close() {
    reader.shutdown();
  }

  private Priority ranked(Path file, PathFacts path) {
    PrimaryPaths content;
    try {
      content = content(file);
    } catch (IOException e) {
      return Priority.undefined("could not read " + file + ": " + e);
    }
    return content
        .line(path)
        .map(line -> Priority.of(line.priority(), "listed in " + file))
        .orElseGet(() -> Priority.of(NOT_LISTED, "not listed in " + file));
  }

  private PrimaryPaths content(Path file) throws IOException {
    PrimaryPaths known = files.get(file);
    if (known != null && known.version().equals(PrimaryPaths.Version.of(file))) {
      return known;
    }
    PrimaryPaths read = PrimaryPaths.read(file);
    read.problems().forEach(problems);
    files.put(file, read);
    return read;
  }
}
