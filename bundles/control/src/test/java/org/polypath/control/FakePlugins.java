package org.polypath.control;

import java.util.List;
import org.polypath.api.platform.PluginDirectory;

/** Plug-ins, one of which had faults. */
public final class FakePlugins implements PluginDirectory {
  @Override
  public List<Plugin> plugins() {
    return List.of(
        new Plugin("checker", "tur", "org.polypath.checker.tur", "1.0.0", true, 0),
        new Plugin("prioritizer", "alua", "org.polypath.prioritizer.alua", "1.0.0", true, 0),
        new Plugin("prioritizer", "acme", "com.acme.\"prio\"", "2.1.0", true, 3));
  }
}
