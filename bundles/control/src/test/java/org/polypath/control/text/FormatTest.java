package org.polypath.control.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.PathState;
import org.polypath.api.topology.PathSnapshot;
import org.polypath.api.topology.Topology;
import org.polypath.control.LabTopology;

class FormatTest {
  private final List<PathRow> paths =
      PathRow.all(new LabTopology(2, 1).paths(4, 8, 50, 10).build());

  @Test
  void literalTextIsKeptAndUnknownWildcardsVanish() {
    assertThat(table("a%d b%y c%%")).isEqualTo("adev b c\nasda b c\nasdb b c\n");
  }

  @Test
  void aPercentSignAtTheEndIsNoWildcard() {
    assertThat(raw("%d%")).isEqualTo("sda\nsdb\n");
  }

  @Test
  void rawTextHasNeitherHeaderNorPaddingAndKeepsQuotes() {
    assertThat(raw("'%d' %p|%T")).isEqualTo("'sda' 50|ready\n'sdb' 10|ready\n");
  }

  @Test
  void aTableWithoutRowsHasNoHeader() {
    assertThat(new Format<>("%d", PathWildcards.ALL).table(List.of())).isEmpty();
  }

  @Test
  void oneRowIsPaddedAsIfItHadAHeader() {
    assertThat(new Format<>("%d|%p|%D|", PathWildcards.ALL).single(paths.get(0)))
        .isEqualTo("sda|50 |8:0  |\n");
  }

  @Test
  void aPathOfNoMapIsAnOrphanWhateverIsKnownOfIt() {
    PathSnapshot orphan = LabTopology.orphan(paths.get(0).path());
    String format = "%t|%T|%o|%c|%C|%m";
    assertThat(new Format<>(format, PathWildcards.ALL).raw(List.of(row(orphan))))
        .isEqualTo("undef|undef|unknown|(null)|orphan|[orphan]\n");
  }

  @Test
  void everyWildcardHasTextForAPathOfWhichNothingIsKnown() {
    PathSnapshot known = paths.get(0).path();
    PathSnapshot bare =
        new PathSnapshot(
            PathFacts.named("sdz", new DeviceNumber(65, 144)).build(),
            Optional.empty(),
            PathState.WILD,
            "",
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            known.kernelState(),
            0,
            Optional.empty(),
            0,
            0,
            OptionalInt.empty(),
            false,
            List.of());
    for (Wildcard<PathRow> wildcard : PathWildcards.ALL) {
      assertThat(wildcard.value().apply(row(bare))).as("%%%s", wildcard.letter()).isNotNull();
    }
    assertThat(new Format<>("%i|%p|%I", PathWildcards.ALL).raw(List.of(row(bare))))
        .isEqualTo("#:#:#:#|-1|udev-missing\n");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.0K",
    "2, 1.0K",
    "19, 9.5K",
    "20, 10K",
    "2047, 1024K",
    "2048, 1.0M",
    "16384, 8.0M",
    "2560, 1.2M",
    "3072, 1.5M",
    "25600, 12M",
    "251658240, 120G",
    "2147483648, 1.0T",
    "9223372036854775807, 4194304P"
  })
  void sizesAreScaledAndRoundedAsPrintfDoes(long sectors, String text) {
    assertThat(Scale.size(sectors)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "8, 8, XXXXXXXXXX 8/8",
    "4, 8, XXXXX..... 4/8",
    "1, 20, .......... 1/20",
    "0, 5, .......... 0/5",
    "9, 5, XXXXXXXXXX 9/5",
    "3, 0, ' 3/0'"
  })
  void progressIsABarAndItsFigures(int current, int total, String text) {
    assertThat(Scale.progress(current, total)).isEqualTo(text);
  }

  private String table(String format) {
    return new Format<>(format, PathWildcards.ALL).table(paths);
  }

  private String raw(String format) {
    return new Format<>(format, PathWildcards.ALL).raw(paths);
  }

  private static PathRow row(PathSnapshot path) {
    return PathRow.of(Topology.EMPTY, path);
  }
}
