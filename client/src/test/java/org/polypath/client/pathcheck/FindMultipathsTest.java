package org.polypath.client.pathcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.client.pathcheck.PathCheckHost.Answer;

/**
 * Whether a disk is a path: by the mode, by its paths, by whether it was a map before, and by
 * whether its map could not be made. The answers are those of the reference's manual page.
 */
class FindMultipathsTest {
  /** {@code multipath -c} wants a device node that is there; any will do. */
  private static final String NODE = "null";

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}, {1} paths, was a map before: {2}")
  @CsvSource({
    "off, 1, no, 0",
    "off, 1, yes, 1",
    "off, 2, no, 0",
    "off, 2, yes, 1",
    "on, 1, no, 0",
    "on, 1, yes, 1",
    "on, 2, no, 0",
    "on, 2, yes, 1",
    "greedy, 1, no, 1",
    "greedy, 1, yes, 1",
    "greedy, 2, no, 1",
    "greedy, 2, yes, 1",
    "strict, 1, no, 0",
    "strict, 1, yes, 1",
    "strict, 2, no, 0",
    "strict, 2, yes, 1",
    "smart, 1, no, 2",
    "smart, 1, yes, 1",
    "smart, 2, no, 1",
    "smart, 2, yes, 1"
  })
  void theModeDecides(String mode, int paths, String known, String verdict) {
    PathCheckHost host = host(mode, paths, known.equals("yes"));

    assertThat(host.run("check_path -u " + NODE + " no"))
        .as("-u: an answer in any case")
        .satisfies(answer -> assertThat(answer.status()).isZero())
        .satisfies(answer -> assertThat(answer.text()).startsWith(line(verdict)));
    assertThat(host.run("check_path -c /dev/" + NODE + " no"))
        .as("-c: yes or no, also as the exit code")
        .satisfies(answer -> assertThat(answer.status()).isEqualTo(verdict.equals("1") ? 0 : 1))
        .satisfies(
            answer ->
                assertThat(answer.text()).startsWith(line(verdict.equals("2") ? "0" : verdict)));

    host.write("run/failed_wwids/36001", "");
    host.write("run/find_multipaths/1:3", "");
    assertThat(host.run("check_path -u " + NODE + " no"))
        .as("its map could not be made: nobody waits for it any longer")
        .isEqualTo(new Answer(0, line("0") + "FIND_MULTIPATHS_WAIT_UNTIL=\"0\"\n"));
    assertThat(host.run("check_path -c /dev/" + NODE + " no").status()).isEqualTo(1);
  }

  private static String line(String verdict) {
    return "DM_MULTIPATH_DEVICE_PATH=\"" + verdict + "\"\n";
  }

  private PathCheckHost host(String mode, int paths, boolean known) {
    PathCheckHost host = new PathCheckHost(folder);
    host.rules(
        "find_multipaths " + mode,
        "uid_attribute ID_SERIAL",
        "blacklist_exceptions property ID_WWN");
    host.disk(NODE, "1:3", "ID_SERIAL=36001", "ID_WWN=0x6001");
    if (paths > 1) {
      host.disk("sdb", "8:16", "ID_SERIAL=36001", "ID_WWN=0x6001");
    }
    if (known) {
      host.write("state/wwids", "/36001/\n");
    }
    return host;
  }
}
