package org.polypath.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.api.map.MultipathTable;
import org.polypath.api.map.TableGroup;
import org.polypath.api.map.TablePath;
import org.polypath.api.path.DeviceNumber;

/** Which path arguments of the kernel's table are as wanted. */
class TableDifferenceTest {
  @ParameterizedTest
  @CsvSource({
    "1,          1,    NONE",
    "1 1,        1,    NONE",
    "1 1,        1000, NONE",
    "1,          1000, NONE",
    "1 50,       1,    PATH_ARGUMENTS",
    "1 50,       1 50, NONE",
    "1 50,       1 10, PATH_ARGUMENTS",
    "100,        1000, PATH_ARGUMENTS",
    "1 1,        1 50, PATH_ARGUMENTS"
  })
  void argumentsThatTheKernelOnlyShowsOtherwiseAreTheSame(
      String kernel, String wanted, TableDifference difference) {
    assertThat(TableDifference.between(table(kernel), table(wanted), true, true))
        .isEqualTo(difference);
  }

  private static MultipathTable table(String arguments) {
    TablePath path = new TablePath(new DeviceNumber(8, 0), Arrays.asList(arguments.split(" ", -1)));
    TableGroup group = new TableGroup("service-time", List.of(), List.of(path));
    return new MultipathTable(16384, List.of(), List.of(), 1, List.of(group));
  }
}
