package org.polypath.simulator.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MapOutcome;
import org.polypath.api.map.MapOutcome.Refusal;
import org.polypath.api.map.MultipathTable;
import org.polypath.api.map.TableGroup;
import org.polypath.api.map.TablePath;
import org.polypath.api.map.UdevHints;
import org.polypath.api.path.DeviceNumber;

/** Which tables kernel 6.1 took, how it showed them afterwards, and which it refused. */
class TableLoadingTest {
  private final Bench bench = new Bench();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 0 1 1 service-time 0 1 1 8:0 1             | 0 0 1 1 service-time 0 1 2 8:0 1 1 | 2 1 0 0 1 1 E 0 1 2 8:0 A 0 0 1
          0 0 1 1 service-time 0 1 0 8:0               | 0 0 1 1 service-time 0 1 2 8:0 1 1 | 2 1 0 0 1 1 E 0 1 2 8:0 A 0 0 1
          0 0 1 1 service-time 1 5 1 1 8:0 1           | 0 0 1 1 service-time 0 1 2 8:0 1 1 | 2 1 0 0 1 1 E 0 1 2 8:0 A 0 0 1
          0 0 1 1 round-robin 0 1 1 8:0 1000           | 0 0 1 1 round-robin 0 1 1 8:0 1    | 2 1 0 0 1 1 E 0 1 0 8:0 A 0
          0 0 1 1 round-robin 0 1 0 8:0                | 0 0 1 1 round-robin 0 1 1 8:0 1    | 2 1 0 0 1 1 E 0 1 0 8:0 A 0
          0 0 1 1 queue-length 0 1 1 8:0 128           | 0 0 1 1 queue-length 0 1 1 8:0 1   | 2 1 0 0 1 1 E 0 1 1 8:0 A 0 0
          0 0 1 1 service-time 0 2 1 8:0 1 8:0 1       | 0 0 1 1 service-time 0 2 2 8:0 1 1 8:0 1 1 | 2 1 0 0 1 1 E 0 2 2 8:0 A 0 0 1 8:0 A 0 0 1
          0 0 2 1 round-robin 0 1 1 8:0 1 queue-length 0 2 1 8:16 1 8:32 1 | 0 0 2 1 round-robin 0 1 1 8:0 1 queue-length 0 2 1 8:16 1 8:32 1 | 2 1 0 0 2 1 E 0 1 0 8:0 A 0 E 0 2 1 8:16 A 0 0 8:32 A 0 0
          3 pg_init_retries 50 queue_if_no_path 1 alua 1 1 service-time 0 1 1 8:0 1 | 3 queue_if_no_path pg_init_retries 50 1 alua 1 1 service-time 0 1 2 8:0 1 1 | 2 1 0 0 1 1 E 0 1 2 8:0 A 0 0 1
          2 pg_init_delay_msecs 2000 0 1 1 service-time 0 1 1 8:0 1 | 2 pg_init_delay_msecs 2000 0 1 1 service-time 0 1 2 8:0 1 1 | 2 1 0 0 1 1 E 0 1 2 8:0 A 0 0 1
          1 retain_attached_hw_handler 0 1 1 service-time 0 1 1 8:0 1 | 1 retain_attached_hw_handler 0 1 1 service-time 0 1 2 8:0 1 1 | 2 1 0 0 1 1 E 0 1 2 8:0 A 0 0 1
          2 queue_mode bio 0 1 1 service-time 0 1 1 8:0 1 | 3 retain_attached_hw_handler queue_mode bio 0 1 1 service-time 0 1 2 8:0 1 1 | 2 1 0 0 1 1 E 0 1 2 8:0 A 0 0 1
          2 queue_mode mq 0 1 1 service-time 0 1 1 8:0 1 | 0 0 1 1 service-time 0 1 2 8:0 1 1 | 2 1 0 0 1 1 E 0 1 2 8:0 A 0 0 1
          2 queue_mode rq 0 1 1 service-time 0 1 1 8:0 1 | 0 0 1 1 service-time 0 1 2 8:0 1 1 | 2 1 0 0 1 1 E 0 1 2 8:0 A 0 0 1
          0 0 0 0                                      | 0 0 0 0                            | 2 1 0 0 0 0
          """)
  void tableIsTakenAndShownAsTheKernelShowsIt(String given, String shown, String status) {
    assertThat(bench.create("a", given)).isEqualTo(new MapOutcome.Done());
    assertThat(bench.map().table().parameters()).isEqualTo(shown);
    assertThat(bench.status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 0 1 0 service-time 0 1 1 8:0 1              | invalid initial priority group
          0 0 1 1 service-time 0 0 1                    | invalid number of paths
          0 0 1 1 nosuch 0 1 1 8:0 1                    | unknown path selector type
          0 0 1 1 service-time 0 1 3 8:0 1 1 1          | service-time ps: incorrect number of arguments
          0 0 1 1 service-time 0 1 2 8:0 1 101          | service-time ps: invalid relative_throughput value
          0 0 1 1 service-time 0 1 2 8:0 x 1            | service-time ps: invalid repeat count
          1 nonsense 0 1 1 service-time 0 1 1 8:0 1     | Unrecognised multipath feature request
          1 queue_mode 0 1 1 service-time 0 1 1 8:0 1   | Unrecognised multipath feature request
          2 queue_mode xx 0 1 1 service-time 0 1 1 8:0 1 | Unknown 'queue_mode' requested
          2 pg_init_retries 99 0 1 1 service-time 0 1 1 8:0 1 | pg_init_retries must be between 1 and 50
          2 pg_init_delay_msecs 60001 0 1 1 service-time 0 1 1 8:0 1 | pg_init_delay_msecs must be between 0 and 60000
          """)
  void tableIsRefusedInTheKernelsWords(String given, String words) {
    assertThat(bench.create("a", given))
        .isInstanceOfSatisfying(
            MapOutcome.Refused.class,
            refused -> {
              assertThat(refused.refusal()).isEqualTo(Refusal.INVALID);
              assertThat(refused.text()).contains(words);
            });
    assertThat(bench.mapper.maps()).isEmpty();
  }

  @Test
  void pathThatIsNotThereIsUnavailable() {
    assertThat(bench.create("a", "0 0 1 1 service-time 0 1 1 8:192 1"))
        .isInstanceOfSatisfying(
            MapOutcome.Refused.class,
            refused -> assertThat(refused.refusal()).isEqualTo(Refusal.PATH_UNAVAILABLE));
  }

  @Test
  void mapLargerThanItsPathsIsRefused() {
    MultipathTable table =
        MultipathTable.parse(Bench.SECTORS * 2, "0 0 1 1 service-time 0 1 1 8:0 1").orElseThrow();
    assertInvalid(table);
  }

  @Test
  void pathsWithDifferentNumbersOfArgumentsAreNoTable() {
    List<TablePath> paths =
        List.of(
            new TablePath(new DeviceNumber(8, 0), List.of("1", "1")),
            new TablePath(new DeviceNumber(8, 16), List.of("1")));
    List<TableGroup> groups = List.of(new TableGroup("service-time", List.of(), paths));
    assertInvalid(new MultipathTable(Bench.SECTORS, List.of(), List.of(), 1, groups));
  }

  private void assertInvalid(MultipathTable table) {
    MapOutcome outcome = bench.perform(new MapOperation.Create("a", table, false, UdevHints.NONE));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            MapOutcome.Refused.class,
            refused -> assertThat(refused.refusal()).isEqualTo(Refusal.INVALID));
  }
}
