package org.polypath.daemon.nohost;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.map.KernelDevices;
import org.polypath.api.map.KernelMap;
import org.polypath.api.map.MapDriver;
import org.polypath.api.map.MapListener;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MapOutcome;
import org.polypath.api.map.MapOutcome.Refusal;
import org.polypath.api.map.MapWatch;
import org.polypath.api.map.SelectorSupport;
import org.polypath.api.map.TargetVersion;
import org.polypath.api.path.Wwid;

/** Has no map, and makes none. */
@Component
@PluginName("none")
public final class NoMaps implements MapDriver {
  /** For the container. */
  @Activate
  public NoMaps() {}

  @Override
  public CompletionStage<KernelDevices> read() {
    return CompletableFuture.completedStage(new KernelDevices(List.of(), Set.of()));
  }

  @Override
  public CompletionStage<Optional<KernelMap>> read(String name) {
    return CompletableFuture.completedStage(Optional.empty());
  }

  @Override
  public CompletionStage<SelectorSupport> selector(String kernelName) {
    return CompletableFuture.completedStage(new SelectorSupport(true, TargetVersion.OLDEST));
  }

  @Override
  public CompletionStage<MapOutcome> perform(Wwid wwid, MapOperation operation) {
    return CompletableFuture.completedStage(
        new MapOutcome.Refused(Refusal.OTHER, "maps are not made here: the source is \"none\""));
  }

  @Override
  public MapWatch watch(MapListener listener) {
    return () -> {};
  }
}
