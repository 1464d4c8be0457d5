package org.polypath.dm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.polypath.api.map.UdevHints;

/**
 * Finds out which path selectors the kernel has. Nothing lists them: one whose module is loaded is
 * there; for another a table is tried on a device of its own that is gone right after. The kernel
 * looks for the selector, and loads its module, before it looks for the table's one path, which
 * does not exist: what it misses says whether it has the selector. Used on the driver's thread
 * only.
 */
final class SelectorProbe {
  /** The device's name, and its UUID. */
  static final String DEVICE = "polypath-selector-probe";

  /** A module that is missing may be installed; until then not every plan is worth a probe. */
  private static final long MISSING_FOR_NANOS = TimeUnit.MINUTES.toNanos(1);

  private static final int FLAGS = UdevFlags.of(new UdevHints(true, true, true));

  private final DeviceMapper mapper;
  private final UdevWork udev;
  private final MapCalls calls;
  private final Host host;
  private final Map<String, Answer> answers = new HashMap<>();
  private CompletionStage<?> last = CompletableFuture.completedFuture(null);

  /**
   * What came of a probe.
   *
   * @param askedAt when it was begun, by the host's clock
   * @param found whether the kernel has it; done when it is known
   */
  private record Answer(long askedAt, CompletableFuture<Boolean> found) {
    boolean isOld(long now) {
      return now - askedAt >= MISSING_FOR_NANOS && found.isDone() && !isYes();
    }

    private boolean isYes() {
      return !found.isCompletedExceptionally() && found.join();
    }
  }

  /** For a host's kernel. */
  SelectorProbe(DeviceMapper mapper, UdevWork udev, MapCalls calls, Host host) {
    this.mapper = mapper;
    this.udev = udev;
    this.calls = calls;
    this.host = host;
  }

  /**
   * Whether the kernel has a selector. One that is missing is looked for again after a minute, or
   * when its module is loaded.
   */
  CompletionStage<Boolean> has(String kernelName) {
    if (host.isModuleLoaded("dm-" + kernelName)) {
      return CompletableFuture.completedFuture(true);
    }
    long now = host.nanoTime();
    answers.values().removeIf(answer -> answer.isOld(now));
    return answers.computeIfAbsent(kernelName, name -> new Answer(now, ask(name))).found();
  }

  /** One at a time: they share the device. */
  private CompletableFuture<Boolean> ask(String kernelName) {
    CompletableFuture<Boolean> answer =
        last.handle((before, failure) -> kernelName).thenCompose(this::probe).toCompletableFuture();
    last = answer;
    return answer;
  }

  private CompletionStage<Boolean> probe(String kernelName) {
    CompletableFuture<Boolean> taken = new CompletableFuture<>();
    return udev.run(
            DEVICE,
            List.of(DEVICE),
            FLAGS,
            notice -> {
              DeviceInfo device = made();
              return calls
                  .load(device, table(kernelName), true)
                  .handle((loaded, failure) -> taken.complete(!isUnknown(failure)))
                  .thenCompose(told -> calls.remove(device, false, notice));
            })
        .thenCompose(removed -> taken);
  }

  /** One that is left over serves again. */
  private DeviceInfo made() {
    if (mapper.find(DEVICE).isEmpty()) {
      mapper.create(DEVICE, DEVICE);
    }
    return mapper
        .find(DEVICE)
        .orElseThrow(() -> new TaskException(Step.LOOK_UP, DEVICE, Errno.ENXIO, "it has gone"));
  }

  private static Target table(String kernelName) {
    return new Target(0, 8, Target.MULTIPATH, "0 0 1 1 " + kernelName + " 0 1 1 0:0 1");
  }

  private static boolean isUnknown(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof TaskException task && task.errno() == Errno.EINVAL;
  }
}
