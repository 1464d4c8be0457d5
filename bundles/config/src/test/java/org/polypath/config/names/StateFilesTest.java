package org.polypath.config.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.Finding;
import org.polypath.api.settings.ReservationKey;

class StateFilesTest {
  /** As the reference wrote it in the lab. */
  private static final String BINDINGS =
      """
      # Multipath bindings, Version : 1.0
      # NOTE: this file is automatically maintained by the multipath program.
      # You should not need to edit this file in normal circumstances.
      #
      # Format:
      # alias wwid
      #
      mpatha 1Linux_scsi_debug_2000
      mpathb 1Linux_scsi_debug_2001
      """;

  private static final String WWIDS =
      """
      # Multipath wwids, Version : 1.0
      # NOTE: This file is automatically maintained by multipath and multipathd.
      # You should not need to edit this file in normal circumstances.
      #
      # Valid WWIDs:
      /1Linux_scsi_debug_2000/
      /1Linux_scsi_debug_2001/
      """;

  @Test
  void theReferencesFilesReadAndPrintTheSame() {
    assertThat(Bindings.parse("bindings", BINDINGS).bindings().print()).isEqualTo(BINDINGS);
    assertThat(Wwids.parse(WWIDS).print()).isEqualTo(WWIDS);
  }

  @Test
  void bindingsAreSortedByLengthThenByName() {
    Bindings bindings =
        Bindings.EMPTY
            .with("mpathaa", new Wwid("3"))
            .with("mpathb", new Wwid("2"))
            .with("mpatha", new Wwid("1"));

    assertThat(bindings.print()).endsWith("#\nmpatha 1\nmpathb 2\nmpathaa 3\n");
  }

  @Test
  void linesThatContradictEarlierOnesAreReported() {
    Bindings.Parsed parsed =
        Bindings.parse("bindings", "a 1 # one\na 2\n\nb 1\nc\n  d   4 more\nx/y 5\n");

    assertThat(parsed.bindings().asMap()).containsOnlyKeys("a", "d");
    assertThat(parsed.findings())
        .extracting(Finding::message)
        .containsExactly(
            "bindings:2: alias \"a\" is already bound to 1; line ignored",
            "bindings:4: WWID 1 is already bound to \"a\"; line ignored",
            "bindings:5: no WWID for alias \"c\"; line ignored",
            "bindings:7: alias \"x/y\" has a slash; line ignored");
  }

  @Test
  void removedWwidsAreComments() {
    Wwids wwids = Wwids.parse("# x\n/1/\n#2/\n/3\n//\n /4/ \n");

    assertThat(wwids.all()).containsExactly(new Wwid("1"), new Wwid("4"));
    assertThat(wwids.contains(new Wwid("2"))).isFalse();
    assertThat(wwids.add(new Wwid("5")).remove(new Wwid("1")).all())
        .containsExactly(new Wwid("4"), new Wwid("5"));
  }

  @Test
  void aFileOfReservationKeysIsReadAndPrinted() {
    ReservationKeys keys =
        ReservationKeys.parse(
            """
            # Multipath persistent reservation keys, Version : 1.0
            0x0000000000001234 3600a
            0X000000000000abcd 3600b
            #x0000000000000077 3600c
            0x0000000000000000 3600d
            nonsense
            """);
    assertThat(keys.all())
        .containsOnly(
            Map.entry(new Wwid("3600a"), new ReservationKey(0x1234, false)),
            Map.entry(new Wwid("3600b"), new ReservationKey(0xabcd, true)));
    assertThat(ReservationKeys.parse(keys.print())).isEqualTo(keys);
    assertThat(keys.with(new Wwid("3600a"), Optional.empty()).print())
        .endsWith(":\n0X000000000000abcd 3600b\n");
  }
}
