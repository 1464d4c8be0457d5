package org.polypath.api.platform;

import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Which plug-ins serve now. Any thread may call. */
@ProviderType
public interface PluginDirectory {
  /** The plug-ins by kind and name; of several with one name the serving one comes first. */
  List<Plugin> plugins();

  /**
   * A plug-in.
   *
   * @param kind {@code checker}, {@code prioritizer}, {@code policy}, {@code selector}, {@code
   *     hardware}, {@code bindings}, {@code discovery}, {@code driver}
   * @param name its name
   * @param bundle symbolic name of the bundle it came from
   * @param version that bundle's version
   * @param serving whether it is the one that is asked
   * @param use how much it was asked, and how it did
   * @param remark why it is not asked now, or what becomes of it; empty when there is nothing to
   *     say
   */
  record Plugin(
      String kind,
      String name,
      String bundle,
      String version,
      boolean serving,
      Use use,
      String remark) {
    /** A plug-in of which only faults are counted. */
    public Plugin(
        String kind, String name, String bundle, String version, boolean serving, int faults) {
      this(
          kind,
          name,
          bundle,
          version,
          serving,
          new Use(0, faults, Duration.ZERO, Duration.ZERO, 0),
          "");
    }
  }

  /**
   * What a plug-in was asked since it came.
   *
   * @param calls how often it was called
   * @param faults how often it threw, hung or answered nonsense
   * @param total the time from call to answer, of all calls
   * @param longest of the longest call
   * @param blocked calls that hold a thread now
   */
  record Use(long calls, int faults, Duration total, Duration longest, int blocked) {}
}
