package org.polypath.api.platform;

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
   * @param kind {@code checker}, {@code prioritizer}, {@code policy}, {@code selector}
   * @param name its name
   * @param bundle symbolic name of the bundle it came from
   * @param version that bundle's version
   * @param serving whether it is the one that is asked
   * @param faults how often it threw, hung or answered nonsense since it came
   */
  record Plugin(
      String kind, String name, String bundle, String version, boolean serving, int faults) {}
}
