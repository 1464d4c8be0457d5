package org.polypath.api.selector;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.polypath.api.map.TargetVersion;

/**
 * Describes a path selector of the kernel, and is its algorithm in Java for simulation. Found by
 * its {@link org.polypath.api.PluginName}, the first word after {@code path_selector} in {@code
 * multipath.conf}.
 *
 * <p>Pure functions, called from any thread, quick.
 *
 * <pre>{@code
 * @Component
 * @PluginName("round-robin")
 * public final class RoundRobinSelector implements PathSelector {
 *   @Override
 *   public String kernelName() {
 *     return "round-robin";
 *   }
 *
 *   @Override
 *   public SelectorAlgorithm algorithm(List<String> groupArguments) {
 *     Rotation rotation = new Rotation();
 *     return (paths, request) -> rotation.next(paths);
 *   }
 * }
 * }</pre>
 */
@ConsumerType
public interface PathSelector {
  /**
   * The selector's name in a dm table, for instance {@code service-time} (kernel module {@code
   * dm-service-time}).
   */
  String kernelName();

  /** The oldest multipath target that takes this selector's arguments. */
  default TargetVersion oldestTarget() {
    return TargetVersion.OLDEST;
  }

  /**
   * The {@link org.polypath.api.PluginName} of the selector that comes nearest: used where the
   * kernel does not have this one, or {@link #arguments} are empty. Empty if there is none.
   */
  default Optional<String> substitute() {
    return Optional.of("service-time");
  }

  /**
   * The arguments of a group and of its paths in the dm table.
   *
   * @return empty if this selector cannot serve such a group
   */
  default Optional<SelectorArguments> arguments(SelectorRequest request) {
    return Optional.of(request.repeatCounts());
  }

  /**
   * A new instance of the algorithm, for one group.
   *
   * @param groupArguments the group's arguments in the dm table
   * @throws IllegalArgumentException if the kernel's selector would refuse them; the message says
   *     why
   */
  SelectorAlgorithm algorithm(List<String> groupArguments);
}
