package org.polypath.dm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.polypath.api.map.MapOutcome.Refusal;

class StepTest {
  @ParameterizedTest
  @CsvSource({
    "CREATE, 16, NAME_TAKEN",
    "LOAD, 16, PATH_UNAVAILABLE",
    "LOAD, 6, PATH_UNAVAILABLE",
    "LOAD, 22, INVALID",
    "REMOVE, 16, BUSY",
    "REMOVE, 6, NOT_FOUND",
    "RENAME, 16, NAME_TAKEN",
    "MESSAGE, 6, PATH_UNAVAILABLE",
    "MESSAGE, 22, INVALID",
    "RESUME, 12, OTHER"
  })
  void anErrorNumberMeansWhatItMeansAtTheStep(Step step, int errno, Refusal refusal) {
    assertThat(step.refusal(errno)).isEqualTo(refusal);
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void permissionIsPermissionEverywhere(Step step) {
    assertThat(step.refusal(Errno.EPERM)).isEqualTo(Refusal.NO_PERMISSION);
    assertThat(step.refusal(Errno.EACCES)).isEqualTo(Refusal.NO_PERMISSION);
  }

  @Test
  void aRefusalSaysWhatWasTriedOnWhatAndWhatToDo() {
    assertThat(new TaskException(Step.REMOVE, "mpatha", Errno.EBUSY, "in use").refused().text())
        .isEqualTo(
            "could not remove mpatha: in use; close what has it open"
                + " (`lsblk /dev/mapper/mpatha` and `fuser` show it)");
  }
}
