package org.polypath.daemon.plugin;

/**
 * Which plug-in it is.
 *
 * @param kind {@code checker}, {@code prioritizer}, {@code policy} or {@code selector}
 * @param name its name
 * @param bundle symbolic name of its bundle
 * @param version that bundle's version
 * @param number the container's number of that bundle
 */
record PluginIdentity(String kind, String name, String bundle, String version, long number) {
  /** How it is called in reasons and log lines. */
  String label() {
    return bundle + " " + version;
  }

  @Override
  public String toString() {
    return kind + " " + name + " (" + label() + ")";
  }
}
