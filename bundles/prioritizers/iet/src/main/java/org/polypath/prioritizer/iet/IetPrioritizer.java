package org.polypath.prioritizer.iet;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.path.PathFacts;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.api.prioritizer.Priority;
import org.polypath.api.prioritizer.PriorityRequest;

/** Ranks an iSCSI path by the address of the portal it goes to. */
@Component
@PluginName("iet")
public final class IetPrioritizer implements Prioritizer {
  private static final int OTHER_PORTAL = 10;
  private static final int WRONG_ARGUMENTS = 0;

  /** What udev's rules write for an iSCSI disk: {@code ip-ADDRESS:PORT-iscsi-TARGET-lun-N}. */
  private static final Pattern BY_PATH =
      Pattern.compile("ip-\\[?([0-9a-fA-F.:]+?)]?:[0-9]+-iscsi-.*");

  @Override
  public CompletionStage<Priority> prioritize(PriorityRequest request) {
    return CompletableFuture.completedFuture(
        PreferredPortals.parse(request.arguments())
            .map(preferred -> ranked(preferred, request.device().facts()))
            .orElseGet(
                () ->
                    Priority.of(
                        WRONG_ARGUMENTS,
                        "prio_args: \""
                            + request.arguments()
                            + "\"; wanted: preferredip=ADDRESS"
                            + " or preferredip=NETWORK/BITS:PRIORITY[,...]")));
  }

  private static Priority ranked(PreferredPortals preferred, PathFacts facts) {
    Optional<NetworkAddress> portal = portal(facts);
    return portal
        .flatMap(preferred::priority)
        .map(value -> Priority.of(value, "preferred portal " + portal.get()))
        .orElseGet(
            () ->
                Priority.of(
                    OTHER_PORTAL,
                    portal.map(address -> "portal " + address).orElse("no iSCSI portal")));
  }

  private static Optional<NetworkAddress> portal(PathFacts facts) {
    Matcher matcher = BY_PATH.matcher(facts.properties().getOrDefault("ID_PATH", ""));
    return matcher.matches() ? NetworkAddress.parse(matcher.group(1)) : Optional.empty();
  }
}
