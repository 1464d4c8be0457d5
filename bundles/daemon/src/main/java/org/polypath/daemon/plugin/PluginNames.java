package org.polypath.daemon.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.polypath.api.PluginAlias;
import org.polypath.api.PluginName;

/** The names under which a plug-in is found. */
final class PluginNames {
  private PluginNames() {}

  /**
   * The names in a service's properties: the plug-in's own, empty text if it has none, then its
   * aliases.
   *
   * @param property answers the value of a property, or null if there is none
   */
  static List<String> of(Function<String, Object> property) {
    List<String> names = new ArrayList<>();
    Object name = property.apply(PluginName.PROPERTY);
    names.add(name == null ? "" : name.toString());
    Object aliases = property.apply(PluginAlias.PROPERTY);
    if (aliases instanceof String[] several) {
      names.addAll(List.of(several));
    } else if (aliases instanceof String single) {
      names.add(single);
    }
    return names;
  }
}
