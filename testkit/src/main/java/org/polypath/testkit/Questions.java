package org.polypath.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.polypath.api.checker.PathChecker;
import org.polypath.api.device.PathDevice;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.PathState;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.scsi.testing.FakeRequest;

/** Asks the plug-ins of the bundle themselves, without the platform between. */
final class Questions implements AutoCloseable {
  /** For a command, and for a plug-in to return or answer: much more than any of them needs. */
  static final Duration LIMIT = Duration.ofSeconds(20);

  private final List<Asked> plugins = new ArrayList<>();
  private final Setting setting;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "examination");
            thread.setDaemon(true);
            return thread;
          });

  /** A plug-in, whatever its kind. */
  record Asked(String kind, Function<FakeRequest, CompletionStage<Answer>> question) {}

  /**
   * An answer in words.
   *
   * @param up whether it says that the path is up
   */
  record Answer(String text, boolean up) {}

  Questions(Setting setting) {
    this.setting = setting;
    String bundle = setting.candidate().symbolicName();
    for (PathChecker checker : setting.platform().servicesOf(PathChecker.class, bundle)) {
      plugins.add(new Asked("checker", request -> checked(checker, request)));
    }
    for (Prioritizer one : setting.platform().servicesOf(Prioritizer.class, bundle)) {
      plugins.add(new Asked("prioritizer", request -> ranked(one, request)));
    }
  }

  private static CompletionStage<Answer> checked(PathChecker checker, FakeRequest request) {
    return checker
        .check(request)
        .thenApply(
            result -> new Answer(result.state().displayName(), result.state() == PathState.UP));
  }

  private static CompletionStage<Answer> ranked(Prioritizer prioritizer, FakeRequest request) {
    return prioritizer
        .prioritize(request)
        .thenApply(priority -> new Answer("priority " + priority.value(), false));
  }

  List<Asked> plugins() {
    return plugins;
  }

  /** One path to each controller. */
  List<PathDevice> devices() {
    List<PathFacts> all = setting.discovery().scan();
    long units = setting.units();
    List<PathDevice> devices = new ArrayList<>();
    for (int index = 0; index < all.size(); index += (int) units) {
      devices.add(setting.discovery().device(all.get(index)));
    }
    return devices;
  }

  /**
   * Asks, and waits for the answer.
   *
   * @throws FailedException it throws or does not answer
   */
  Answer ask(Asked plugin, PathDevice device, String when) {
    try {
      return called(plugin, device, when)
          .toCompletableFuture()
          .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new FailedException(plugin.kind() + " fails when " + when + ": " + e.getCause());
    } catch (TimeoutException e) {
      throw new FailedException(plugin.kind() + " does not answer when " + when);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /**
   * Asks, and waits until the call returns.
   *
   * @throws FailedException it throws or blocks
   */
  CompletionStage<Answer> called(Asked plugin, PathDevice device, String when) {
    FakeRequest request = new FakeRequest(device, "", LIMIT, "", "");
    Future<CompletionStage<Answer>> call = threads.submit(() -> plugin.question().apply(request));
    try {
      return call.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new FailedException(plugin.kind() + " throws when " + when + ": " + e.getCause());
    } catch (TimeoutException e) {
      throw new FailedException(plugin.kind() + " blocks its thread when " + when);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static ExaminationException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new ExaminationException("interrupted", e);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
