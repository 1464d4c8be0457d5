package org.polypath.container;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.framework.FrameworkUtil;
import org.polypath.api.checker.CheckRequest;
import org.polypath.api.checker.CheckResult;
import org.polypath.api.checker.PathChecker;
import org.polypath.api.path.PathState;

/** A vendor's checker: the path is up, and the message names the version that said so. */
public final class AcmeChecker implements PathChecker {
  /** For the service component runtime. */
  public AcmeChecker() {}

  @Override
  public CompletionStage<CheckResult> check(CheckRequest request) {
    String version = FrameworkUtil.getBundle(AcmeChecker.class).getVersion().toString();
    return CompletableFuture.completedFuture(new CheckResult(PathState.UP, "acme " + version));
  }
}
