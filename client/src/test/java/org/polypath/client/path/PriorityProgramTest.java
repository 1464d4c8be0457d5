package org.polypath.client.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.DeviceFailure;
import org.polypath.api.device.PathDevice;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.TargetPortGroupSupport;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.api.prioritizer.Priority;
import org.polypath.api.prioritizer.PriorityRequest;
import org.polypath.client.path.PathProgramException.Failure;
import org.polypath.scsi.Cdb;
import org.polypath.scsi.testing.FakePathDevice;

class PriorityProgramTest {
  private static final Bytes REPORT = Cdb.reportTargetPortGroups(4096);

  private final Map<String, PathDevice> devices = new HashMap<>();
  private final StringBuilder printed = new StringBuilder();
  private final StringBuilder complained = new StringBuilder();
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"00, 50", "01, 10", "02, 1", "03, 0", "04, 0", "0e, 0", "0f, 0", "80, 50", "81, 10"})
  void aluaRanksByTheStateOfTheGroup(String state, int priority) {
    device("/dev/sda", 5).answers(REPORT, good(state));

    assertThat(run("mpath_prio_alua", "sda")).isZero();
    assertThat(printed).hasToString(priority + "\n");
  }

  @Test
  void severalDevicesHaveALineEachAndTheFirstFailureDecides() {
    device("/dev/sda", 5).answers(REPORT, good("00"));
    device("/dev/sdb", -1);
    device("/dev/sdc", 5).answers(REPORT, good("01"));

    assertThat(run("mpath_prio_alua", "sda", "sdb", "gone", "sdc"))
        .isEqualTo(Failure.NO_GROUP.status());
    assertThat(printed).hasToString("50\n10\n");
    assertThat(complained.toString().lines()).hasSize(2);
  }

  @Test
  void theFolderOfDevicesCanBeNamed() {
    device("/x/sda", 5).answers(REPORT, good("00"));

    assertThat(run("mpath_prio_alua", "-d", "/x", "sda")).isZero();
  }

  @Test
  void verboseSaysWhereThePriorityComesFrom() {
    device("/dev/sda", 5).answers(REPORT, good("81"));

    assertThat(run("mpath_prio_alua", "-v", "sda")).isZero();
    assertThat(printed.toString().lines())
        .containsExactly(
            "Target port groups are supported: implicit",
            "The device is in target port group 5, which is preferred",
            "Its state is NON_OPTIMIZED",
            "10");
  }

  @Test
  void eachWayToFailHasItsExitStatus() {
    assertThat(run("mpath_prio_alua")).isEqualTo(1);
    assertThat(run("mpath_prio_alua", "-x", "sda")).isEqualTo(1);
    assertThat(run("mpath_prio_alua", "gone")).isEqualTo(2);
    device("/dev/sda", 5)
        .answers(REPORT, new ScsiOutcome.NotSent(DeviceFailure.NO_PERMISSION, "not allowed"));
    assertThat(run("mpath_prio_alua", "sda")).isEqualTo(2);
    devices.put(
        "/dev/sdb", new FakePathDevice(PathFacts.named("sdb", new DeviceNumber(8, 16)).build()));
    assertThat(run("mpath_prio_alua", "sdb")).isEqualTo(3);
    device("/dev/sdc", -1);
    assertThat(run("mpath_prio_alua", "sdc")).isEqualTo(4);
    device("/dev/sdd", 5);
    assertThat(run("mpath_prio_alua", "sdd")).isEqualTo(5);
    device("/dev/sde", 6).answers(REPORT, good("00"));
    assertThat(run("mpath_prio_alua", "sde")).isEqualTo(5);
    device("/dev/sdf", 5)
        .answers(REPORT, new ScsiOutcome.NotSent(DeviceFailure.TIMED_OUT, "no answer"));
    assertThat(run("mpath_prio_alua", "sdf")).isEqualTo(5);
    assertThat(printed).isEmpty();
  }

  @Test
  void anAnswerLongerThanUsualIsAskedForWhole() {
    Bytes start = Bytes.ofHex("00001ffc");
    device("/dev/sda", 5)
        .answers(REPORT, ScsiOutcome.Answered.good(start))
        .answers(Cdb.reportTargetPortGroups(8192), good("01"));

    assertThat(run("mpath_prio_alua", "sda")).isZero();
    assertThat(printed).hasToString("10\n");
  }

  @Test
  void otherNamesAreInstalledPrioritizers() throws IOException {
    device("/dev/sda", 5);
    install("ranking", "old-name");

    assertThat(run("mpath_prio_ranking", "-a", "7", "sda")).isZero();
    assertThat(run("mpath_prio_old-name", "-v", "-a", "8", "sda")).isZero();
    assertThat(printed).hasToString("7\nwords of sda\n8\n");
    assertThat(run("mpath_prio_ranking", "sda")).isEqualTo(3);
    assertThat(complained).hasToString("mpath_prio_ranking: sda: no words\n");
  }

  @Test
  void aPrioritizerThatIsNotInstalledIsNamed() {
    assertThat(run("mpath_prio_nosuch", "sda")).isEqualTo(1);
    assertThat(complained)
        .hasToString("mpath_prio_nosuch: no prioritizer \"nosuch\" is installed\n");
  }

  @Test
  void helpAndVersionAreNoFailures() {
    assertThat(run("mpath_prio_alua", "--help")).isZero();
    assertThat(run("mpath_prio_alua", "-h")).isZero();
    assertThat(run("mpath_prio_alua", "-V")).isZero();
    assertThat(printed.toString()).startsWith("Usage: mpath_prio_alua ").contains("(not packaged)");
  }

  /** What is installed for this test. */
  public static final class Ranking implements Prioritizer {
    @Override
    public CompletionStage<Priority> prioritize(PriorityRequest request) {
      return CompletableFuture.completedFuture(
          request.arguments().isEmpty()
              ? Priority.undefined("no words")
              : Priority.of(
                  Integer.parseInt(request.arguments()),
                  "words of " + request.device().facts().name()));
    }
  }

  private void install(String name, String alias) throws IOException {
    String description =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="x">
          <property name="polypath.plugin.name" type="String" value="%s"/>
          <property name="polypath.plugin.alias" type="String">another
            %s</property>
          <service>
            <provide interface="org.polypath.api.prioritizer.Prioritizer"/>
          </service>
          <implementation class="%s"/>
        </scr:component>
        """
            .formatted(name, alias, Ranking.class.getName());
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Service-Component", "OSGI-INF/gone.xml,OSGI-INF/x.xml");
    Path jar = Files.createDirectories(folder.resolve("bundle")).resolve("ranking.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream content = new JarOutputStream(file, manifest)) {
      content.putNextEntry(new ZipEntry("OSGI-INF/x.xml"));
      content.write(description.getBytes(StandardCharsets.UTF_8));
    }
  }

  private FakePathDevice device(String path, int group) {
    PathFacts facts =
        PathFacts.named(Path.of(path).getFileName().toString(), new DeviceNumber(8, 0))
            .targetPortGroup(
                TargetPortGroupSupport.IMPLICIT,
                group < 0 ? OptionalInt.empty() : OptionalInt.of(group))
            .build();
    FakePathDevice device = new FakePathDevice(facts);
    devices.put(path, device);
    return device;
  }

  private static ScsiOutcome good(String state) {
    return ScsiOutcome.Answered.good(Bytes.ofHex("00000008" + state + "0f0005 00000000"));
  }

  private int run(String program, String... arguments) {
    Host host =
        (in, argument) ->
            Optional.ofNullable(devices.get(in.resolve(argument).toString()))
                .orElseThrow(
                    () ->
                        new PathProgramException(Failure.NOT_OPENED, "could not open " + argument));
    InstalledPrioritizers installed =
        new InstalledPrioritizers(List.of(folder.resolve("bundle"), folder.resolve("deploy")));
    return new PriorityProgram(host, installed, program)
        .run(
            List.of(arguments),
            new PriorityProgram.Printer() {
              @Override
              void out(String text) {
                printed.append(text);
              }

              @Override
              void error(String text) {
                complained.append(text);
              }
            });
  }
}
