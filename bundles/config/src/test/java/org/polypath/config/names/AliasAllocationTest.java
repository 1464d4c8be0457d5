package org.polypath.config.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.polypath.api.path.Wwid;

class AliasAllocationTest {
  private static final Wwid FIRST = new Wwid("3600a");
  private static final Wwid SECOND = new Wwid("3600b");
  private static final AliasRequest REQUEST = AliasRequest.of(SECOND, "mpath");

  @Test
  void numbersAreWrittenInLetters() {
    assertThat(FriendlyNumber.write(1)).isEqualTo("a");
    assertThat(FriendlyNumber.write(26)).isEqualTo("z");
    assertThat(FriendlyNumber.write(27)).isEqualTo("aa");
    assertThat(FriendlyNumber.write(702)).isEqualTo("zz");
    assertThat(FriendlyNumber.write(703)).isEqualTo("aaa");
    assertThat(FriendlyNumber.write(Integer.MAX_VALUE)).isEqualTo("fxshrxw");
    assertThat(FriendlyNumber.read("fxshrxw")).hasValue(Integer.MAX_VALUE);
    assertThat(FriendlyNumber.read("fxshrxx")).isEmpty();
    assertThat(FriendlyNumber.read("")).isEmpty();
    assertThat(FriendlyNumber.read("a1")).isEmpty();
    assertThat(FriendlyNumber.read("A")).isEmpty();
  }

  @Property(tries = 500)
  void aNumberReadsBackAsItWasWritten(@ForAll @IntRange(min = 1) int number) {
    assertThat(FriendlyNumber.read(FriendlyNumber.write(number))).hasValue(number);
  }

  @Test
  void theFirstFreeNameIsBound() {
    AliasChoice first = AliasAllocation.choose(Bindings.EMPTY, AliasRequest.of(FIRST, "mpath"));
    AliasChoice second = AliasAllocation.choose(first.bindings(), REQUEST);

    assertThat(first.alias()).contains("mpatha");
    assertThat(second.alias()).contains("mpathb");
    assertThat(second.bindings().asMap())
        .containsExactlyInAnyOrderEntriesOf(Map.of("mpatha", FIRST, "mpathb", SECOND));
  }

  @Test
  void aGapIsFilled() {
    Bindings bindings = Bindings.EMPTY.with("mpatha", FIRST).with("mpathc", new Wwid("3600c"));

    assertThat(AliasAllocation.choose(bindings, REQUEST).alias()).contains("mpathb");
  }

  @Test
  void namesOfOtherDevicesAndFixedNamesAreSkipped() {
    AliasRequest request =
        REQUEST.others(Set.of("mpatha")).fixed(Map.of("mpathb", new Wwid("3600c")));

    assertThat(AliasAllocation.choose(Bindings.EMPTY, request).alias()).contains("mpathc");
  }

  @Test
  void aBoundNameIsUsedAgain() {
    Bindings bindings = Bindings.EMPTY.with("data", SECOND);

    AliasChoice choice = AliasAllocation.choose(bindings, REQUEST);

    assertThat(choice.alias()).contains("data");
    assertThat(choice.bindings()).isEqualTo(bindings);
  }

  @Test
  void aBoundNameThatNamesAnotherDeviceLeavesTheWwid() {
    Bindings bindings = Bindings.EMPTY.with("mpatha", SECOND);

    AliasChoice choice = AliasAllocation.choose(bindings, REQUEST.others(Set.of("mpatha")));

    assertThat(choice.alias()).isEmpty();
    assertThat(choice.bindings()).isEqualTo(bindings);
    assertThat(choice.reason()).contains("mpatha").contains("the WWID is the name");
  }

  @Test
  void theNameOfALiveMapIsKeptAndBound() {
    AliasChoice choice = AliasAllocation.choose(Bindings.EMPTY, REQUEST.existing("mpathq"));

    assertThat(choice.alias()).contains("mpathq");
    assertThat(choice.bindings().wwid("mpathq")).contains(SECOND);
  }

  @Test
  void theNameOfALiveMapThatIsAnothersIsNotKept() {
    Bindings bindings = Bindings.EMPTY.with("mpathb", FIRST);

    AliasChoice choice = AliasAllocation.choose(bindings, REQUEST.existing("mpathb"));

    assertThat(choice.alias()).contains("mpatha");
    assertThat(choice.reason()).contains("mpathb already bound to wwid 3600a, cannot reuse");
  }

  @Test
  void aNameOfAnotherKindIsNotKept() {
    assertThat(AliasAllocation.choose(Bindings.EMPTY, REQUEST.existing("disk1")).alias())
        .contains("mpatha");
  }

  @Test
  void nothingIsBoundWhereThatIsNotAllowed() {
    Bindings bindings = Bindings.EMPTY.with("mpatha", FIRST);

    AliasChoice none = AliasAllocation.choose(bindings, REQUEST.readingOnly());
    AliasChoice known =
        AliasAllocation.choose(bindings, AliasRequest.of(FIRST, "mpath").readingOnly());

    assertThat(none.alias()).isEmpty();
    assertThat(none.bindings()).isEqualTo(bindings);
    assertThat(known.alias()).contains("mpatha");
  }

  @Test
  void aBindingThatContradictsAFixedNameIsNotUsed() {
    Bindings bindings = Bindings.EMPTY.with("data", SECOND);

    AliasChoice choice = AliasAllocation.choose(bindings, REQUEST.fixed(Map.of("data", FIRST)));

    assertThat(choice.alias()).contains("mpatha");
    assertThat(choice.bindings().alias(SECOND)).contains("mpatha");
  }

  @Property(tries = 200)
  void noTwoMapsEverGetOneName(@ForAll @IntRange(min = 1, max = 60) int count) {
    Bindings bindings = Bindings.EMPTY;
    for (int i = 0; i < count; i++) {
      AliasRequest request = AliasRequest.of(new Wwid("w" + i % 40), "m");
      bindings = AliasAllocation.choose(bindings, request).bindings();
    }
    assertThat(bindings.size()).isEqualTo(Math.min(count, 40));
    assertThat(Bindings.parse("bindings", bindings.print()).bindings()).isEqualTo(bindings);
  }
}
