package org.polypath.api.map;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;
import org.polypath.api.path.Wwid;

/**
 * The binding to a device-mapper: the kernel's, or a simulated one.
 *
 * <p>Methods may be called from any thread and return at once; stages complete on a thread of the
 * driver. The caller has at most one operation per map under way. The driver waits for udev where
 * the kernel's device nodes depend on it, and serialises by itself what its library cannot do in
 * parallel.
 */
@ConsumerType
public interface MapDriver {
  /**
   * Reads what maps there are.
   *
   * @return completes exceptionally with {@link MapDriverException} if there is no device-mapper to
   *     ask
   */
  CompletionStage<KernelDevices> read();

  /**
   * Reads one map anew by its name.
   *
   * @return empty if there is no such multipath map (now); exceptionally as {@link #read()}
   */
  CompletionStage<java.util.Optional<KernelMap>> read(String name);

  /**
   * Asks whether tables may name a path selector; a kernel loads its module for that.
   *
   * @param kernelName the selector's name in a dm table, for instance {@code service-time}
   * @return completes exceptionally as {@link #read()}
   */
  CompletionStage<SelectorSupport> selector(String kernelName);

  /**
   * Carries out one operation on the map of a WWID, whatever that map is called by then; a device
   * of another dm UUID is never touched, also if it has the name that the operation says. Never
   * completes exceptionally.
   *
   * @param wwid the map's WWID: its dm UUID is {@code mpath-} and this
   * @return {@link MapOutcome.Refusal#NOT_FOUND} if there is no such map and none is to be created
   */
  CompletionStage<MapOutcome> perform(Wwid wwid, MapOperation operation);

  /**
   * Follows changes until the watch is closed. The listener is called from one thread of the
   * driver.
   *
   * @throws MapDriverException if events cannot be followed
   */
  MapWatch watch(MapListener listener);
}
