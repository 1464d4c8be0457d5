package org.polypath.deployer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is held to is told from what is only said, and both from what means nothing. */
class DeclaredNeedsTest {
  @Test
  void whatIsEnforcedIsToldFromWhatIsNot() {
    assertThat(
            DeclaredNeeds.of(
                    " scsi:00, scsi:A3/0a attribute:access_state read\n"
                        + "file:/etc/acme.conf program:/usr/bin/acmecli ")
                .describe())
        .isEqualTo(
            """
            needs: scsi:00 scsi:A3/0a attribute:access_state read (it gets no more of a path)
            uses, as it says: file:/etc/acme.conf program:/usr/bin/acmecli (nobody holds it to that)""");
  }

  @Test
  void aWordThatMeansNothingIsNamed() {
    assertThat(DeclaredNeeds.of("scsi:0 scsi:12 disk").describe())
        .isEqualTo(
            """
            needs: scsi:12 (it gets no more of a path)
            means nothing: scsi:0 disk (in Polypath-Needs)""");
  }

  @Test
  void nothingIsNeeded() {
    assertThat(DeclaredNeeds.of("none").describe())
        .isEqualTo("needs: none (it gets no more of a path)");
    assertThat(DeclaredNeeds.of("none").summary()).isEqualTo("none");
  }

  @Test
  void nothingIsDeclared() {
    assertThat(DeclaredNeeds.NONE.describe())
        .isEqualTo("needs: not declared: it may use all that a path offers");
    assertThat(DeclaredNeeds.NONE.summary()).isEqualTo("not declared");
  }
}
