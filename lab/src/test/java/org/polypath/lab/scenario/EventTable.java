package org.polypath.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polypath.lab.Timing;

/** How each event went with each of the tools, next to each other. */
final class EventTable {
  private static final String LINE = "lab:   %-42s %6s %9s %12s   %6s %9s %12s%n";
  private static final Cell NOT_PLAYED = new Cell("-", "-", "-", Optional.empty());

  private final String under;
  private final Map<String, Map<String, Cell>> rows = new LinkedHashMap<>();

  private record Cell(String error, String toState, String toRecovery, Optional<String> fault) {}

  /**
   * An empty one.
   *
   * @param under the name of the tools under test
   */
  EventTable(String under) {
    this.under = under;
  }

  /** An event went as it should, but for the I/O, which is judged here. */
  void add(String tools, SanEvent event, Course course, int ioError) {
    Optional<String> fault =
        ioError == event.ioError()
            ? Optional.empty()
            : Optional.of("I/O error %d instead of %d".formatted(ioError, event.ioError()));
    put(
        tools,
        event,
        new Cell(
            Integer.toString(ioError), text(course.toState()), text(course.toRecovery()), fault));
  }

  /** An event did not go as it should. */
  void addFault(String tools, SanEvent event, String fault, int ioError) {
    put(tools, event, new Cell(Integer.toString(ioError), "-", "never", Optional.of(fault)));
  }

  private void put(String tools, SanEvent event, Cell cell) {
    rows.computeIfAbsent(event.name(), name -> new LinkedHashMap<>()).put(tools, cell);
  }

  /** Prints it; what went wrong is said below. */
  void print(String beside) {
    System.out.printf("lab:   %-42s %-29s   %s%n", "", under, beside);
    System.out.printf(
        LINE, "event", "error", "to state", "to recovery", "error", "to state", "to recovery");
    rows.forEach(
        (event, cells) -> {
          Cell ours = cells.getOrDefault(under, NOT_PLAYED);
          Cell theirs = cells.getOrDefault(beside, NOT_PLAYED);
          System.out.printf(
              LINE,
              event,
              ours.error(),
              ours.toState(),
              ours.toRecovery(),
              theirs.error(),
              theirs.toState(),
              theirs.toRecovery());
        });
    for (String tools : List.of(under, beside)) {
      faults(tools).forEach(fault -> System.out.printf("lab:   %s: %s%n", tools, fault));
    }
  }

  /** Fails if with the tools under test something was not as it should be; never for being slow. */
  void assertAllWell() {
    assertThat(faults(under)).as("what went wrong with " + under).isEmpty();
  }

  private List<String> faults(String tools) {
    List<String> faults = new ArrayList<>();
    rows.forEach(
        (event, cells) ->
            Optional.ofNullable(cells.get(tools))
                .flatMap(Cell::fault)
                .ifPresent(fault -> faults.add(event + ": " + fault)));
    return faults;
  }

  private static String text(Optional<Duration> time) {
    return time.map(Timing::seconds).orElse("-");
  }
}
