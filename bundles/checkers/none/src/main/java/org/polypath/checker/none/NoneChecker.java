package org.polypath.checker.none;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.checker.CheckRequest;
import org.polypath.api.checker.CheckResult;
import org.polypath.api.checker.PathChecker;
import org.polypath.api.path.DeviceState;
import org.polypath.api.path.PathState;

/** Sends nothing: a path is what the kernel says it is. */
@Component
@PluginName("none")
public final class NoneChecker implements PathChecker {
  @Override
  public CompletionStage<CheckResult> check(CheckRequest request) {
    DeviceState kernel = request.device().state();
    PathState state =
        switch (kernel) {
          case RUNNING, NONE -> PathState.UP;
          case BLOCKED, QUIESCE -> PathState.PENDING;
          case OFFLINE, TRANSPORT_OFFLINE, OTHER -> PathState.DOWN;
          case GONE -> PathState.REMOVED;
        };
    String message = state == PathState.UP ? "" : "device state: " + kernel;
    return CompletableFuture.completedFuture(new CheckResult(state, message));
  }
}
