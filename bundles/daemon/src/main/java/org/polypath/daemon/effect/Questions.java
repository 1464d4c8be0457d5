package org.polypath.daemon.effect;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.polypath.api.checker.CheckResult;
import org.polypath.api.checker.PathChecker;
import org.polypath.api.device.PathDevice;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.api.prioritizer.Priority;
import org.polypath.daemon.plugin.Question;

/** What plug-ins are asked. */
final class Questions {
  private Questions() {}

  /** Whether a path is usable. */
  record Check(Duration timeout, String pathMemory, String mapMemory)
      implements Question<PathChecker, CheckResult> {
    @Override
    public CompletionStage<CheckResult> put(PathChecker checker, PathDevice device) {
      return checker.check(new CheckRequests.Check(device, timeout, pathMemory, mapMemory));
    }

    @Override
    public String gist(CheckResult result) {
      return result.state().displayName();
    }

    @Override
    public int characters(CheckResult result) {
      return result.message().length();
    }

    @Override
    public boolean mayVary() {
      return false;
    }
  }

  /** How good a path is. */
  record Rank(String arguments, Duration timeout) implements Question<Prioritizer, Priority> {
    @Override
    public CompletionStage<Priority> put(Prioritizer prioritizer, PathDevice device) {
      return prioritizer.prioritize(new CheckRequests.Rank(device, arguments, timeout));
    }

    @Override
    public String gist(Priority priority) {
      return priority.value().isPresent() ? "priority " + priority.value().getAsInt() : "nothing";
    }

    @Override
    public int characters(Priority priority) {
      return priority.message().length();
    }

    @Override
    public boolean mayVary() {
      return true;
    }
  }
}
