package org.polypath.simulator.map;

import java.util.List;
import java.util.function.Consumer;
import org.polypath.api.map.StatusPath;
import org.polypath.api.map.TablePath;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.selector.PathLoad;
import org.polypath.simulator.san.BlockRequest;
import org.polypath.simulator.san.BlockResult;
import org.polypath.simulator.san.SimulatedPath;

/** A path in a multipath target. */
final class TargetPath {
  private final SimulatedPath device;
  private final SelectorFormat format;
  private final List<String> arguments;
  private boolean failed;
  private int failCount;
  private int requestsInFlight;
  private long bytesInFlight;

  TargetPath(SimulatedPath device, SelectorFormat format, List<String> arguments) {
    this.device = device;
    this.format = format;
    this.arguments = format.accept(arguments);
  }

  String name() {
    return device.name();
  }

  DeviceNumber number() {
    return device.number();
  }

  long sectors() {
    return device.sectors();
  }

  List<String> arguments() {
    return arguments;
  }

  boolean isFailed() {
    return failed;
  }

  int requestsInFlight() {
    return requestsInFlight;
  }

  long bytesInFlight() {
    return bytesInFlight;
  }

  void fail() {
    failed = true;
    failCount++;
  }

  void reinstate() {
    failed = false;
  }

  PathLoad load() {
    return new PathLoad(device.name(), arguments, requestsInFlight, bytesInFlight);
  }

  void send(BlockRequest request, Consumer<BlockResult> done) {
    requestsInFlight++;
    bytesInFlight += request.length();
    device.transfer(
        request,
        result -> {
          requestsInFlight--;
          bytesInFlight -= request.length();
          done.accept(result);
        });
  }

  TablePath table() {
    return new TablePath(number(), arguments);
  }

  StatusPath status() {
    return new StatusPath(number(), failed, failCount, format.status(this));
  }
}
