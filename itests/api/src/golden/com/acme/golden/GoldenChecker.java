package com.acme.golden;

import java.util.concurrent.CompletionStage;
import org.polypath.api.checker.CheckRequest;
import org.polypath.api.checker.CheckResult;
import org.polypath.api.checker.PathChecker;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.ScsiCommand;

/** A checker as a vendor wrote it for the first release. */
public final class GoldenChecker implements PathChecker {
  @Override
  public CompletionStage<CheckResult> check(CheckRequest request) {
    ScsiCommand testUnitReady =
        new ScsiCommand(Bytes.of(0, 0, 0, 0, 0, 0), 0, request.timeout());
    return request
        .device()
        .send(testUnitReady)
        .thenApply(
            outcome ->
                outcome.fold(
                    answered ->
                        answered.isGood()
                            ? CheckResult.up()
                            : CheckResult.down("sense " + answered.sense().hex()),
                    notSent -> CheckResult.down(notSent.failure() + ": " + notSent.text())));
  }
}
