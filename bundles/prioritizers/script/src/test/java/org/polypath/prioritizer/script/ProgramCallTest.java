package org.polypath.prioritizer.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.ScsiAddress;

class ProgramCallTest {
  private static final PathFacts SDA =
      PathFacts.named("sda", new DeviceNumber(8, 0)).address(new ScsiAddress(2, 0, 1, 7)).build();

  @ParameterizedTest
  @CsvSource({
    "/x/rank, /x/rank",
    "/x/rank /dev/%n, /x/rank /dev/sda",
    "/x/rank %d, /x/rank 8:0",
    "/x/rank %b, /x/rank 2:0:1:7",
    "/x/rank %n%d%%, /x/rank sda8:0%",
    "/x/rank 5% %x, /x/rank 5% %x",
    "' /x/rank   a  b ', /x/rank a b",
    "/x/%n %n, /x/%n sda"
  })
  void substitutionsAreMadeInTheArguments(String arguments, String words) {
    assertThat(ProgramCall.parse(arguments).orElseThrow().words(SDA))
        .isEqualTo(List.of(words.split(" ")));
  }

  @Test
  void aPathThatIsNoScsiDeviceHasNoAddress() {
    PathFacts path = PathFacts.named("nvme0n1", new DeviceNumber(259, 0)).build();

    assertThat(ProgramCall.parse("/x %b").orElseThrow().words(path)).containsExactly("/x", "");
  }

  @Test
  void aUserMayStandBeforeTheProgram() {
    assertThat(ProgramCall.parse("user=nobody /x a"))
        .contains(new ProgramCall(Optional.of("nobody"), List.of("/x", "a")));
    assertThat(ProgramCall.parse("/x user=nobody").orElseThrow().user()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "rank", "./rank", "user=nobody", "user= /x", "user=-x /x", "user=a;b /x"})
  void anythingElseIsWrong(String arguments) {
    assertThat(ProgramCall.parse(arguments)).isEmpty();
  }
}
