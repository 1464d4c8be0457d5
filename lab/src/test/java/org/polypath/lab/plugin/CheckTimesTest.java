package org.polypath.lab.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckTimesTest {
  @Test
  void theLongestGapIsRemembered() {
    CheckTimes first = CheckTimes.parse("", "quiet").and(5000);
    CheckTimes second = CheckTimes.parse(first.text(), "quiet").and(8000);
    CheckTimes third = CheckTimes.parse(second.text(), "quiet").and(9000);

    assertThat(first).isEqualTo(new CheckTimes("quiet", 1, 5000, 0));
    assertThat(third).isEqualTo(new CheckTimes("quiet", 3, 9000, 3000));
  }

  @Test
  void aNewPhaseBeginsWithTheGapThatLeadsIntoIt() {
    CheckTimes before = new CheckTimes("quiet", 7, 9000, 3000);

    assertThat(CheckTimes.parse(before.text(), "updates").and(9500))
        .isEqualTo(new CheckTimes("updates", 1, 9500, 500));
  }
}
