package org.polypath.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.simulator.AccessState;
import org.polypath.simulator.Fault;
import org.polypath.simulator.Part;

class ScenarioReaderTest {
  private static final String ARRAY =
      """
      array a vendor=V product="P 1 # x" revision=1 kind=alua # remark
      group a 1 state=optimized preferred=yes
      port a P1 controller=A group=1
      lun a 0 naa=6000000000000000000000000000000A serial=S size=1G
      """;

  @Test
  void builtInScenarioHasTwoArraysAndFourPathsPerLun() {
    Scenario scenario = ScenarioReader.builtIn();
    assertThat(scenario.arrays()).extracting(ArraySpec::asymmetric).containsExactly(false, true);
    assertThat(scenario.arrays()).allSatisfy(array -> assertThat(array.units()).hasSize(3));
    assertThat(scenario.adapters()).allSatisfy(adapter -> assertThat(adapter.sees()).hasSize(4));
  }

  @Test
  void everythingWrittenIsRead() {
    Scenario scenario =
        ScenarioReader.read(
            "x", ARRAY + "\nadapter host7 transport=iscsi sees=a:P1\nat 1500ms cut port a:P1\n");
    ArraySpec array = scenario.arrays().get(0);
    assertThat(array.product()).isEqualTo("P 1 # x");
    assertThat(array.groups()).containsExactly(new GroupSpec(1, AccessState.OPTIMIZED, true));
    assertThat(array.ports()).containsExactly(new PortSpec("P1", "A", 1, 1));
    assertThat(array.units())
        .containsExactly(new UnitSpec(0, "6000000000000000000000000000000a", "S", 1L << 30, "A"));
    assertThat(scenario.adapters().get(0).host()).isEqualTo(7);
    assertThat(scenario.faults())
        .containsExactly(
            new TimedFault("x:7", Duration.ofMillis(1500), new Fault.Cut(Part.port("a:P1"))));
  }

  @Test
  void aQuoteInQuotesIsWrittenTwice() {
    String text =
        ARRAY.replace(
            "vendor=V product=\"P 1 # x\"", "vendor=\"A \"\"&\\\" product=\"\"\"=#\"\"\"");
    ArraySpec array =
        ScenarioReader.read("x", text + "adapter host7 transport=fc sees=a:P1\n").arrays().get(0);
    assertThat(array.vendor()).isEqualTo("A \"&\\");
    assertThat(array.product()).isEqualTo("\"=#\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          rubbish                                              | "rubbish" is none of
          array                                                | array's name is missing
          array b product=P revision=1 kind=alua               | vendor= is missing
          array b vendor=TOOLONGNAME product=P revision=1 kind=alua | 1 to 8 characters
          array b vendor=V product=P revision=1 kind=passive   | active/active, alua
          array b vendor=V vendor=V product=P revision=1 kind=alua | vendor is set twice
          array b vendor=V product=P revision=1 kind=alua colour=red | no setting "colour" here
          array a vendor=V product=P revision=1 kind=alua      | array a is there already
          array b "unclosed                                    | cannot read
          group b 1 state=standby                              | no array "b"
          group a 1 state=standby                              | group 1 of array a is there already
          group a 2 state=asleep                               | active/optimized, active/non-optimized
          group a 2 state=standby preferred=maybe              | yes, no
          group a x state=standby                              | "x" is no number from 0 to 65535
          port a P1 controller=A group=1                       | port P1 of array a is there already
          port a P2 controller=A group=9                       | has no group 9
          port a P2 controller=A group=1 extra                 | "extra" is one word too many
          lun a 1 naa=5000 serial=S size=1G                    | 32 hexadecimal digits
          lun a 1 naa=60000000000000000000000000000001 serial=S size=big | is no size
          lun a 1 naa=60000000000000000000000000000001 serial=S size=100 | at least 4K
          lun a 0 naa=60000000000000000000000000000001 serial=S size=1G  | LUN 0 of array a is there already
          array b vendor=V product=P revision=1 kind=alua personality=odd | clariion, datacore, hds, hp_sw, ontap, rdac, standard
          lun a 1 naa=60000000000000000000000000000001 serial=S size=1G owner=Q | owner=Q is none of: A
          at 5s transfer a 0                                   | other words are wanted
          adapter fc0 transport=fc sees=a:P1                   | has to be called host and a number
          adapter host1 transport=wifi sees=a:P1               | fc, iscsi
          adapter host1 transport=fc sees=a:P9                 | "a:P9" is no ARRAY:PORT
          adapter host1 transport=fc sees=a:P1,a:P1            | sees a port twice
          at noon cut sda                                      | "noon" is no time
          at 5s explode                                        | "explode" is no fault
          at 5s alua a 1 asleep                                | is no access state
          at 5s cut cable 7                                    | is no part
          """)
  void errorsNameTheLineAndWhatIsWanted(String line, String message) {
    assertThatThrownBy(() -> ScenarioReader.read("file", ARRAY + line))
        .isInstanceOf(ScenarioException.class)
        .hasMessageStartingWith("file:5: ")
        .hasMessageContaining(message);
  }

  @Test
  void nothingIsNoScenario() {
    assertThatThrownBy(() -> ScenarioReader.read("file", "# nothing\n"))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("at least one array and one adapter");
  }

  @Test
  void missingFileIsNamed() {
    assertThatThrownBy(() -> ScenarioReader.read(Path.of("no/such.scenario")))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("no/such.scenario");
  }
}
