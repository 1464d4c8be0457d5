package org.polypath.lab.scenario;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.polypath.lab.ConditionNotMetException;
import org.polypath.lab.Guest;
import org.polypath.lab.InLab;
import org.polypath.lab.StepFailedException;
import org.polypath.lab.bench.DeviceMapper;
import org.polypath.lab.bench.MultipathTools;
import org.polypath.lab.bench.Reference;

/**
 * All that happens to a map in use, first with the reference, then with the tools under test, on
 * the same disks and with direct I/O that reads back what it writes. A table at the end says how
 * each event went: the error that the I/O got, how long it took from the fault to the daemon seeing
 * it, and from its end to all being well.
 *
 * <p>The long form, {@code -Dlab.moves=20}, moves the controller so many times.
 */
@InLab
class SanEventsIT {
  private static final int MOVES = Integer.getInteger("lab.moves", 3);
  private static final MultipathTools REFERENCE = new Reference();

  @Test
  @Timeout(value = 20, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
  void noneHarmsTheIo(Guest guest, MultipathTools tools) {
    SanArray array = SanArray.create(guest);
    DeviceMapper deviceMapper = DeviceMapper.load(guest);
    EventTable table = new EventTable(tools.name());

    for (MultipathTools playing : Stream.of(REFERENCE, tools).distinct().toList()) {
      play(new Stage(guest, playing, deviceMapper, array), playing.name(), table);
    }

    table.print(REFERENCE.name());
    table.assertAllWell();
  }

  private static void play(Stage stage, String tools, EventTable table) {
    stage.start();
    for (SanEvent event : events()) {
      try {
        Course course = event.play().on(stage);
        table.add(tools, event, course, stage.ioError());
        stage.requireIo();
      } catch (ConditionNotMetException | StepFailedException | IllegalStateException e) {
        System.out.printf(
            "lab: %s: %s: %s%n%s%n", tools, event.name(), e.getMessage(), stage.log());
        table.addFault(tools, event, e.getMessage(), stage.ioError());
        stage.end();
        stage.array().restore();
        stage.start();
      }
    }
    stage.end();
  }

  private static List<SanEvent> events() {
    return Stream.of(PathEvents.all(), ArrayEvents.all(MOVES), HostEvents.all())
        .flatMap(List::stream)
        .toList();
  }
}
