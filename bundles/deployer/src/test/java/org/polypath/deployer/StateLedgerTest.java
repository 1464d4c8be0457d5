package org.polypath.deployer;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;

/** What was decided is known to the next process. */
class StateLedgerTest {
  @TempDir Path work;

  private StateLedger open() {
    return open(true);
  }

  private StateLedger open(boolean keeps) {
    return new StateLedger(
        work.resolve("plugins"),
        keeps,
        (file, bytes) -> jar(file, new String(bytes, StandardCharsets.UTF_8)),
        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
  }

  private static PluginJar jar(String file, String version) {
    return new PluginJar(
        file, version.getBytes(StandardCharsets.UTF_8), "acme", Version.parseVersion(version));
  }

  private static Hosted hosted(String version) {
    PluginJar jar = jar("a.jar", version);
    return new Hosted("acme", jar.version(), jar.digest(), jar.needs(), 1);
  }

  @Test
  void historySurvives() {
    open().note("a.jar", "refused", "cut off");
    open().note("a.jar", "removed", "by hand");
    assertThat(open().history())
        .containsExactly(
            "1970-01-01T00:00:00Z a.jar refused: cut off",
            "1970-01-01T00:00:00Z a.jar removed: by hand");
  }

  @Test
  void whoOnlyReadsNeitherWritesNorDeletesNorTakesAStartForAnEnd() throws IOException {
    PluginJar jar = jar("a.jar", "1.0.0");
    open().established(jar, Optional.empty(), "new");
    open().starts(jar.digest());

    for (int i = 0; i < 3; i++) {
      StateLedger reading = open(false);
      reading.starts(jar.digest());
      reading.note("a.jar", "serving", "again");
      reading.reject("another", "it throws");
      reading.removed("a.jar", Optional.empty());
      assertThat(reading.serving("a.jar")).isPresent();
      assertThat(reading.rejection(jar.digest())).isEmpty();
    }

    assertThat(open().history()).hasSize(1);
    assertThat(open().rejection("another")).isEmpty();
    assertThat(work.resolve("plugins/starting")).content().endsWith(" 1\n");
  }

  @Test
  void historyIsBounded() {
    StateLedger ledger = open();
    for (int i = 0; i < StateLedger.LINES + 5; i++) {
      ledger.note("a.jar", "refused", "number " + i);
    }
    assertThat(ledger.history()).hasSize(StateLedger.LINES);
    assertThat(ledger.history().get(0)).endsWith("number 5");
  }

  @Test
  void whatServesAndWhatServedBeforeAreKept() {
    open().established(jar("a.jar", "1.0.0"), Optional.empty(), "new");
    open().established(jar("a.jar", "2.0.0"), Optional.of(hosted("1.0.0")), "it agrees");
    assertThat(open().serving("a.jar").orElseThrow().version()).isEqualTo(new Version("2.0.0"));
    assertThat(open().previous("acme", "a.jar").orElseThrow().version())
        .isEqualTo(new Version("1.0.0"));
  }

  private Optional<String> previous(String file) {
    return open().previous("acme", file).map(PluginJar::version).map(Version::toString);
  }

  @Test
  void whatServedFromAnotherFileIsTheVersionBefore() {
    open().established(jar("a.jar", "1.0.0"), Optional.empty(), "new");
    open().established(jar("a.jar", "1.1.0"), Optional.of(hosted("1.0.0")), "it agrees");
    open().established(jar("b.jar", "2.0.0"), Optional.of(hosted("1.1.0")), "it agrees");
    assertThat(previous("b.jar")).hasValue("1.1.0");
    assertThat(open().serving("a.jar")).as("that file's own is kept").isPresent();
  }

  @Test
  void whatServedBeforeTheFileChangedWhileNobodyLookedIsTheVersionBefore() {
    open().established(jar("a.jar", "1.0.0"), Optional.empty(), "new");
    open().established(jar("a.jar", "2.0.0"), Optional.empty(), "nothing served");
    assertThat(previous("a.jar")).hasValue("1.0.0");
  }

  @Test
  void theSameAgainAfterARestartLeavesTheVersionBefore() {
    open().established(jar("a.jar", "1.0.0"), Optional.empty(), "new");
    open().established(jar("a.jar", "2.0.0"), Optional.of(hosted("1.0.0")), "it agrees");
    open().established(jar("a.jar", "2.0.0"), Optional.empty(), "nothing served");
    assertThat(previous("a.jar")).hasValue("1.0.0");
  }

  @Test
  void whatIsRemovedDoesNotServeAgainButIsTheVersionBefore() {
    open().established(jar("a.jar", "1.0.0"), Optional.empty(), "new");
    open().established(jar("a.jar", "2.0.0"), Optional.of(hosted("1.0.0")), "it agrees");
    open().removed("a.jar", Optional.of(hosted("2.0.0")));
    assertThat(open().serving("a.jar")).isEmpty();
    open().established(jar("c.jar", "3.0.0"), Optional.empty(), "new");
    assertThat(previous("c.jar")).hasValue("2.0.0");
  }

  @Test
  void aFileThatGoesWithoutHavingServedLeavesTheVersionBefore() {
    open().established(jar("a.jar", "1.0.0"), Optional.empty(), "new");
    open().established(jar("b.jar", "2.0.0"), Optional.of(hosted("1.0.0")), "it agrees");
    open().established(jar("b.jar", "3.0.0"), Optional.of(hosted("2.0.0")), "it agrees");
    open().removed("a.jar", Optional.empty());
    assertThat(previous("b.jar")).hasValue("2.0.0");
  }

  @Test
  void aLineThatIsNoTextDoesNotCostTheHistory() throws Exception {
    open().note("a.jar", "refused", "cut off");
    Files.write(work.resolve("plugins/history"), new byte[] {(byte) 0xff, '\n'}, APPEND);
    open().note("a.jar", "removed", "by hand");
    assertThat(open().history()).hasSize(3).first().asString().endsWith("cut off");
  }

  @Test
  void nothingThatIsNotedMakesALineOfItsOwnOrSteersTheTerminal() {
    open().note("a\n1970 b.jar", "refused", "cut\r\noff \u001b[2Jhere");
    assertThat(open().history())
        .containsExactly("1970-01-01T00:00:00Z a 1970 b.jar refused: cut  off  [2Jhere");
  }

  @Test
  void whatCannotBeWrittenLeavesNothingBehind() throws Exception {
    Files.createDirectories(work.resolve("plugins/history/occupied"));
    open().note("a.jar", "refused", "cut off");
    assertThat(work.resolve("plugins")).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void aRejectionHoldsUntilSomebodyAccepts() {
    open().reject("abc", "says down\nof sda");
    assertThat(open().rejection("abc")).hasValue("says down of sda");
    open().accept("abc");
    assertThat(open().rejection("abc")).isEmpty();
  }

  @Test
  void keptJarsInAFolderThatOthersCanWriteAreNotTaken() throws Exception {
    open().established(jar("a.jar", "1.0.0"), Optional.empty(), "new");
    Files.setPosixFilePermissions(
        work.resolve("plugins"),
        java.nio.file.attribute.PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThat(open().serving("a.jar")).isEmpty();
  }

  @Test
  void whatTheProcessEndedTwiceWithOnItsStartIsNotTriedAThirdTime() {
    open().starts("abc");
    assertThat(open().rejection("abc")).as("it may have been another's fault").isEmpty();
    open().starts("abc");
    assertThat(open().rejection("abc"))
        .hasValue("the daemon ended while this was being started, twice");
    assertThat(open().history()).last().asString().contains("abc", "ended");
    open().accept("abc");
    assertThat(open().rejection("abc")).isEmpty();
  }

  @Test
  void anEndBetweenTwoStartsSaysNothing() {
    StateLedger first = open();
    first.starts("abc");
    first.started();
    open().starts("abc");
    StateLedger third = open();
    third.starts("def");
    assertThat(open().rejection("abc")).isEmpty();
    assertThat(open().rejection("def")).isEmpty();
  }
}
