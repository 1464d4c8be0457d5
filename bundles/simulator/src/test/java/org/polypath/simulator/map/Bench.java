package org.polypath.simulator.map;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.polypath.api.map.KernelMap;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MapOutcome;
import org.polypath.api.map.MultipathStatus;
import org.polypath.api.map.MultipathTable;
import org.polypath.api.map.StatusGroup;
import org.polypath.api.map.UdevHints;
import org.polypath.api.path.Wwid;
import org.polypath.simulator.Fault;
import org.polypath.simulator.Part;
import org.polypath.simulator.san.BlockRequest;
import org.polypath.simulator.san.BlockResult;
import org.polypath.simulator.san.San;
import org.polypath.simulator.scenario.ScenarioReader;
import org.polypath.simulator.timeline.StepTimeline;

/**
 * The lab's bench in simulation: one disk of 16384 sectors behind sda to sdd (8:0, 8:16, 8:32,
 * 8:48), and a device-mapper to work on as {@code dmsetup} does.
 */
final class Bench {
  static final long SECTORS = 16384;
  static final String TWO_GROUPS =
      "0 0 2 1 service-time 0 2 1 8:0 1 8:16 1 service-time 0 2 1 8:32 1 8:48 1";

  private static final String DISK =
      """
      array x vendor=X product=Y revision=1 kind=active/active
      port x A controller=A
      port x B controller=A
      port x C controller=B
      port x D controller=B
      lun x 0 naa=60000000000000000000000000000001 serial=1 size=8M
      adapter host2 transport=fc sees=x:A,x:B,x:C,x:D
      """;

  final StepTimeline timeline = new StepTimeline();
  final San san = new San(ScenarioReader.read("bench", DISK), timeline);
  final DeviceMapper mapper = new DeviceMapper(san, new TestSelectors(), timeline);

  static MultipathTable table(String parameters) {
    return MultipathTable.parse(SECTORS, parameters).orElseThrow();
  }

  /** The WWID that maps are created with here. */
  static Wwid wwid(String name) {
    return new Wwid("wwid-" + name);
  }

  /** On the map that was created with the name that the operation says. */
  MapOutcome perform(MapOperation operation) {
    return perform(wwid(operation.name()), operation);
  }

  MapOutcome perform(Wwid wwid, MapOperation operation) {
    List<MapOutcome> outcomes = new ArrayList<>();
    mapper.perform(wwid, operation, outcomes::add);
    for (int second = 0; second < 120 && outcomes.isEmpty(); second++) {
      timeline.advance(Duration.ofSeconds(1));
    }
    return outcomes.get(0);
  }

  MapOutcome create(String name, String parameters) {
    return perform(new MapOperation.Create(name, table(parameters), false, UdevHints.NONE));
  }

  MapOutcome message(String text) {
    return perform(new MapOperation.Message("a", text));
  }

  /** Reads once, as {@code dd} with one block does; empty while it waits. */
  List<BlockResult> startRead() {
    List<BlockResult> results = new ArrayList<>();
    mapper.map("a").orElseThrow().submit(0, BlockRequest.read(0, 4096), results::add);
    return results;
  }

  boolean read() {
    List<BlockResult> results = startRead();
    timeline.advance(Duration.ofSeconds(1));
    return results.get(0) instanceof BlockResult.Done;
  }

  KernelMap map() {
    return mapper.map("a").orElseThrow().snapshot();
  }

  long events() {
    return map().eventNumber();
  }

  void cut(String path) {
    san.apply(new Fault.Cut(Part.path(path)));
  }

  /** The status as {@code dmsetup status} words it. */
  String status() {
    return text(map().status());
  }

  static String text(MultipathStatus status) {
    StringBuilder text = new StringBuilder();
    text.append("2 ").append(status.queuedRequests()).append(' ');
    text.append(status.groupInitializations()).append(" 0 ");
    text.append(status.groups().size()).append(' ').append(status.nextGroup());
    for (StatusGroup group : status.groups()) {
      String letter = group.state().name().substring(0, 1);
      text.append(' ').append(letter).append(" 0 ").append(group.paths().size());
      text.append(' ').append(group.paths().get(0).selectorStatus().size());
      group
          .paths()
          .forEach(
              path -> {
                text.append(' ').append(path.device()).append(path.failed() ? " F " : " A ");
                text.append(path.failCount());
                path.selectorStatus().forEach(word -> text.append(' ').append(word));
              });
    }
    return text.toString();
  }
}
