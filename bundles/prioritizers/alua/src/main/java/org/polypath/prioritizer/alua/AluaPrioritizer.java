package org.polypath.prioritizer.alua;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.PathDevice;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.api.prioritizer.Priority;
import org.polypath.api.prioritizer.PriorityRequest;
import org.polypath.scsi.AccessPriority;
import org.polypath.scsi.Attempts;
import org.polypath.scsi.Cdb;
import org.polypath.scsi.Decoded;
import org.polypath.scsi.DeviceIdentification;
import org.polypath.scsi.Reply;
import org.polypath.scsi.TargetPortGroup;
import org.polypath.scsi.TargetPortGroups;

/** Ranks a path by the access state of its target port group (SPC-4 5.15). */
@Component
@PluginName("alua")
public final class AluaPrioritizer implements Prioritizer {
  private static final int PAGE_LENGTH = 4096;
  private static final int USUAL_LENGTH = 4096;

  @Override
  public CompletionStage<Priority> prioritize(PriorityRequest request) {
    if (!request.device().facts().targetPortGroupSupport().isSupported()) {
      return undefined("the array has no asymmetric access (TPGS is 0)");
    }
    return groupNumber(request)
        .thenCompose(
            number ->
                number.<CompletionStage<Priority>>fold(
                    known -> ranked(request, known),
                    error -> undefined("VPD page 0x83: " + error.text())));
  }

  private static CompletionStage<Decoded<Integer>> groupNumber(PriorityRequest request) {
    OptionalInt known = request.device().facts().targetPortGroup();
    if (known.isPresent()) {
      return CompletableFuture.completedFuture(Decoded.of(known.getAsInt()));
    }
    return Attempts.send(
            request.device(),
            Cdb.vitalProductData(DeviceIdentification.PAGE, PAGE_LENGTH),
            PAGE_LENGTH,
            request.timeout())
        .thenApply(reply -> reply.decode(DeviceIdentification::decode))
        .thenApply(page -> page.flatMap(AluaPrioritizer::groupNumber));
  }

  private static Decoded<Integer> groupNumber(DeviceIdentification page) {
    OptionalInt number = page.targetPortGroup();
    return number.isPresent()
        ? Decoded.of(number.getAsInt())
        : Decoded.malformed(Decoded.Defect.NO_DATA, "it holds no target port group");
  }

  private static CompletionStage<Priority> ranked(PriorityRequest request, int number) {
    return report(request, Attempts::sendShared, USUAL_LENGTH)
        .thenCompose(
            shared ->
                lacks(shared, number)
                    // a target whose report depends on the port; SPC-4 knows none
                    ? report(request, Attempts::send, USUAL_LENGTH)
                    : CompletableFuture.completedFuture(shared))
        .thenApply(groups -> groups.flatMap(answer -> group(answer, number)))
        .thenApply(
            group ->
                group.fold(
                    found -> priority(found, request.arguments()),
                    error -> Priority.undefined("REPORT TARGET PORT GROUPS: " + error.text())));
  }

  private static boolean lacks(Decoded<TargetPortGroups> report, int number) {
    return report.toOptional().filter(groups -> groups.group(number).isEmpty()).isPresent();
  }

  /** Asks one path, or whichever path of the unit asked first. */
  private interface Sending {
    CompletionStage<Reply> send(
        PathDevice device, Bytes block, int responseLength, Duration timeout);
  }

  private static CompletionStage<Decoded<TargetPortGroups>> report(
      PriorityRequest request, Sending way, int length) {
    return way.send(request.device(), Cdb.reportTargetPortGroups(length), length, request.timeout())
        .thenApply(reply -> reply.decode(TargetPortGroups::decode))
        .thenCompose(
            groups -> {
              long total = groups.toOptional().map(TargetPortGroups::totalLength).orElse(0L);
              boolean cut = total > length && length == USUAL_LENGTH;
              return cut
                  ? report(request, way, (int) Math.min(total, ScsiCommand.MAX_TRANSFER))
                  : CompletableFuture.completedFuture(groups);
            });
  }

  private static Decoded<TargetPortGroup> group(TargetPortGroups answer, int number) {
    return answer
        .group(number)
        .map(Decoded::of)
        .orElseGet(
            () ->
                Decoded.malformed(
                    Decoded.Defect.NO_DATA, "the path's group " + number + " is not in it"));
  }

  private static Priority priority(TargetPortGroup group, String arguments) {
    return Priority.of(
        AccessPriority.of(group.state(), group.preferred(), arguments),
        "target port group "
            + group.number()
            + ": "
            + group.state()
            + (group.preferred() ? ", preferred" : ""));
  }

  private static CompletionStage<Priority> undefined(String message) {
    return CompletableFuture.completedFuture(Priority.undefined(message));
  }
}
