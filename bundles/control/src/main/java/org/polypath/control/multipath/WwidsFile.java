package org.polypath.control.multipath;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.polypath.api.path.Wwid;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.CommandResult;
import org.polypath.api.platform.Platform;

/** Adds to the file of WWIDs that were maps, and takes away from it. */
final class WwidsFile {
  private final Platform platform;
  private final MultipathArguments arguments;

  WwidsFile(Platform platform, MultipathArguments arguments) {
    this.platform = platform;
    this.arguments = arguments;
  }

  CompletionStage<Outcome> add() {
    return withWwid(
        wwid ->
            platform
                .submit(new Command.RememberWwid(wwid))
                .thenApply(
                    result ->
                        result.succeeded() ? says(wwid, "added") : Outcome.failed(result.text())));
  }

  CompletionStage<Outcome> remove() {
    return withWwid(
        wwid ->
            platform
                .submit(new Command.ForgetWwid(wwid))
                .thenApply(
                    result -> says(wwid, result.succeeded() ? "removed" : "not in wwids file")));
  }

  CompletionStage<Outcome> reset() {
    return platform.submit(new Command.RememberMaps()).thenApply(WwidsFile::reset);
  }

  private static Outcome reset(CommandResult result) {
    return result.succeeded()
        ? Outcome.done("successfully reset wwids\n")
        : Outcome.failed(result.text());
  }

  private CompletionStage<Outcome> withWwid(Function<Wwid, CompletionStage<Outcome>> change) {
    String device = arguments.device().orElseThrow();
    Optional<Wwid> wwid = Devices.wwid(device, platform.topology());
    if (wwid.isPresent()) {
      return change.apply(wwid.get());
    }
    return CompletableFuture.completedStage(
        Devices.missing(arguments)
            .orElse(Outcome.failed(device + " has no WWID, or is left alone as configured")));
  }

  private static Outcome says(Wwid wwid, String what) {
    return Outcome.done("wwid '" + wwid + "' " + what + "\n");
  }
}
