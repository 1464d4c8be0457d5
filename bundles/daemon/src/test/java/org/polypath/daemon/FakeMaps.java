package org.polypath.daemon;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.polypath.api.map.KernelDevices;
import org.polypath.api.map.KernelMap;
import org.polypath.api.map.MapDriver;
import org.polypath.api.map.MapListener;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MapOutcome;
import org.polypath.api.map.MapWatch;
import org.polypath.api.map.MultipathStatus;
import org.polypath.api.map.MultipathTable;
import org.polypath.api.map.SelectorSupport;
import org.polypath.api.map.TargetVersion;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.Wwid;

/** A device-mapper with one map whose I/O waits for a path; writes down what it is asked. */
final class FakeMaps implements MapDriver {
  final List<MapOperation> operations = new CopyOnWriteArrayList<>();

  private final KernelMap map =
      new KernelMap(
          "mpatha",
          new Wwid("3600a098000a1"),
          new DeviceNumber(254, 0),
          MultipathTable.parse(2048, "1 queue_if_no_path 0 1 1 service-time 0 1 1 8:0 1")
              .orElseThrow(),
          MultipathStatus.parse("2 0 0 0 1 1 A 0 1 2 8:0 A 0 0 1").orElseThrow(),
          0,
          1,
          false,
          false);

  @Override
  public CompletionStage<KernelDevices> read() {
    return CompletableFuture.completedStage(new KernelDevices(List.of(map), Set.of()));
  }

  @Override
  public CompletionStage<Optional<KernelMap>> read(String name) {
    return CompletableFuture.completedStage(Optional.of(map));
  }

  @Override
  public CompletionStage<SelectorSupport> selector(String kernelName) {
    return CompletableFuture.completedStage(new SelectorSupport(true, TargetVersion.OLDEST));
  }

  @Override
  public CompletionStage<MapOutcome> perform(Wwid wwid, MapOperation operation) {
    operations.add(operation);
    return CompletableFuture.completedStage(new MapOutcome.Done());
  }

  @Override
  public MapWatch watch(MapListener listener) {
    return () -> {};
  }
}
