package org.polypath.policy.multibus;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.policy.PathGroupingPolicy;
import org.polypath.api.policy.RankedPath;

/** One group with all paths: all carry I/O. */
@Component
@PluginName("multibus")
public final class MultibusPolicy implements PathGroupingPolicy {
  @Override
  public List<List<RankedPath>> group(List<RankedPath> paths) {
    return List.of(List.copyOf(paths));
  }
}
