package org.polypath.simulator.map;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.polypath.api.map.MultipathStatus;
import org.polypath.api.map.MultipathTable;
import org.polypath.api.map.StatusGroup;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.selector.IoRequest;
import org.polypath.simulator.san.BlockResult;
import org.polypath.simulator.timeline.Timeline;

/**
 * The multipath target of a map: path and group states, and the way of each request, as observed on
 * dm-mpath of kernel 6.1. Timeline thread only.
 */
final class MultipathTarget {
  /** What the map does for its target. */
  interface Owner {
    /** Something happened that programs wait for. */
    void event();

    /** A request failed on its path and wants another. */
    void requeue(MapRequest request);

    /** Whether requests that find no path are to be given back, whatever the target would do. */
    boolean takesBack();

    /** A request came back from its path. */
    void returned();
  }

  private final Owner owner;
  private final Timeline timeline;
  private final long sectors;
  private final List<String> handler;
  private final List<TargetGroup> groups;
  private final Deque<MapRequest> queued = new ArrayDeque<>();
  private TargetFeatures features;
  private boolean queueIfNoPath;
  private boolean untouched = true;
  private Optional<TargetGroup> next;
  private Optional<TargetGroup> current = Optional.empty();
  private int underWay;

  MultipathTarget(
      MultipathTable table,
      TargetFeatures features,
      List<TargetGroup> groups,
      Owner owner,
      Timeline timeline) {
    this.owner = owner;
    this.timeline = timeline;
    this.features = features;
    queueIfNoPath = features.queueIfNoPath();
    sectors = table.sectors();
    handler = table.hardwareHandler();
    this.groups = List.copyOf(groups);
    next = groups.isEmpty() ? Optional.empty() : Optional.of(groups.get(table.initialGroup() - 1));
  }

  /** Sends a request down a path, keeps it, or fails it. */
  void submit(MapRequest request) {
    untouched = false;
    IoRequest io = new IoRequest(request.block().length(), request.processor(), now());
    Optional<TargetPath> path = choose(io);
    if (path.isPresent()) {
      underWay++;
      TargetGroup group = current.orElseThrow();
      path.get()
          .send(
              request.block(),
              result -> {
                group.completed(path.get(), io, now());
                returned(request, path.get(), result);
              });
    } else if (queueIfNoPath) {
      queued.add(request);
    } else {
      request.done().accept(new BlockResult.PathFailed("the map has no usable path"));
    }
  }

  private void returned(MapRequest request, TargetPath path, BlockResult result) {
    underWay--;
    result.accept(
        new BlockResult.Visitor<Boolean>() {
          @Override
          public Boolean done(BlockResult.Done done) {
            return answer(done);
          }

          @Override
          public Boolean refused(BlockResult.Refused refused) {
            return answer(refused);
          }

          @Override
          public Boolean pathFailed(BlockResult.PathFailed failed) {
            fail(path);
            if (!queueIfNoPath
                && !owner.takesBack()
                && groups.stream().allMatch(MultipathTarget::allFailed)) {
              return answer(failed);
            }
            owner.requeue(request);
            return Boolean.TRUE;
          }

          private Boolean answer(BlockResult answer) {
            request.done().accept(answer);
            return Boolean.TRUE;
          }
        });
    owner.returned();
  }

  private long now() {
    return timeline.now().toNanos();
  }

  private static boolean allFailed(TargetGroup group) {
    return group.paths().stream().allMatch(TargetPath::isFailed);
  }

  /** The group asked for, else the one in use, else the first that is not bypassed, else any. */
  private Optional<TargetPath> choose(IoRequest request) {
    List<TargetGroup> candidates = new ArrayList<>();
    next.ifPresent(candidates::add);
    current.ifPresent(candidates::add);
    groups.stream().filter(group -> !group.isBypassed()).forEach(candidates::add);
    groups.stream().filter(TargetGroup::isBypassed).forEach(candidates::add);
    next = Optional.empty();
    for (TargetGroup group : candidates) {
      Optional<TargetPath> path = group.select(request);
      if (path.isPresent()) {
        current = Optional.of(group);
        return path;
      }
    }
    current = Optional.empty();
    return Optional.empty();
  }

  void fail(TargetPath path) {
    if (!path.isFailed()) {
      path.fail();
      owner.event();
    }
  }

  void reinstate(TargetPath path) {
    if (path.isFailed()) {
      path.reinstate();
      owner.event();
      drain().forEach(owner::requeue);
    }
  }

  /** Uses this group from the next request on, and no group is bypassed any more. */
  void switchTo(TargetGroup group) {
    groups.forEach(each -> each.bypass(false));
    current = Optional.empty();
    next = Optional.of(group);
    owner.event();
  }

  void bypass(TargetGroup group, boolean bypassed) {
    group.bypass(bypassed);
    current = Optional.empty();
    owner.event();
  }

  void queueIfNoPath(boolean queue) {
    features = features.queueing(queue);
    enforceQueueing(queue);
  }

  private void enforceQueueing(boolean queue) {
    queueIfNoPath = queue;
    if (!queue) {
      drain().forEach(owner::requeue);
    }
  }

  /** Stops queueing while the map is suspended with a flush. */
  void suspendQueueing() {
    queueIfNoPath = false;
  }

  /** Queues again as it did before. */
  void resumeQueueing() {
    queueIfNoPath = features.queueIfNoPath();
  }

  /** Takes out the requests that wait for a path. */
  List<MapRequest> drain() {
    List<MapRequest> drained = List.copyOf(queued);
    queued.clear();
    return drained;
  }

  int waiting() {
    return queued.size();
  }

  boolean isQuiet() {
    return underWay == 0;
  }

  Optional<TargetGroup> group(int number) {
    return number >= 1 && number <= groups.size()
        ? Optional.of(groups.get(number - 1))
        : Optional.empty();
  }

  /** The paths of a device: a table may name it more than once. */
  List<TargetPath> paths(DeviceNumber number) {
    return groups.stream()
        .flatMap(group -> group.paths().stream())
        .filter(path -> path.number().equals(number))
        .toList();
  }

  MultipathTable table() {
    List<String> words = features.queueing(queueIfNoPath).words();
    return new MultipathTable(
        sectors, words, handler, nextNumber(), groups.stream().map(TargetGroup::table).toList());
  }

  MultipathStatus status() {
    List<StatusGroup> states =
        groups.stream().map(group -> group.status(current.equals(Optional.of(group)))).toList();
    return new MultipathStatus(untouched ? 1 : 0, 0, List.of(), nextNumber(), states);
  }

  private int nextNumber() {
    int fallback = groups.isEmpty() ? 0 : 1;
    return next.or(() -> current).map(group -> groups.indexOf(group) + 1).orElse(fallback);
  }
}
