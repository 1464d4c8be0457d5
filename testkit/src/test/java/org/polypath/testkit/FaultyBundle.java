package org.polypath.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.polypath.testkit.faulty.Fault;
import org.polypath.testkit.faulty.FaultyChecker;

/** A vendor's bundle, as a build leaves it in a folder, with one fault. */
final class FaultyBundle {
  private static final String MANIFEST =
      """
      Manifest-Version: 1.0
      Bundle-ManifestVersion: 2
      Bundle-SymbolicName: com.acme.faulty
      Bundle-Version: 1.0.0
      Polypath-Hardware: hardware.conf
      Polypath-Needs: scsi:00 scsi:12
      Service-Component: components.xml
      Import-Package: org.polypath.api.checker,org.polypath.api.device,org.polypath.api.path
      """;

  private static final String COMPONENTS =
      """
      <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="checker" immediate="true">
        <property name="polypath.plugin.name" type="String" value="faulty"/>
        <service><provide interface="org.polypath.api.checker.PathChecker"/></service>
        <implementation class="org.polypath.testkit.faulty.FaultyChecker"/>
      </scr:component>
      """;

  private static final String HARDWARE =
      """
      devices {
        device {
          vendor "^ACME$"
          product "^Vault"
          path_grouping_policy "multibus"
          path_checker "faulty"
          detect_checker "no"
          prio "const"
          detect_prio "no"
          no_path_retry "queue"
        }
      }
      """;

  private FaultyBundle() {}

  static Candidate in(Path folder, Fault fault) throws IOException {
    Files.createDirectories(folder.resolve("META-INF"));
    Files.writeString(folder.resolve("META-INF/MANIFEST.MF"), MANIFEST);
    Files.writeString(folder.resolve("components.xml"), COMPONENTS);
    Files.writeString(folder.resolve("hardware.conf"), HARDWARE);
    Files.writeString(folder.resolve(Fault.ENTRY), fault.name());
    Path classes = folder.resolve("org/polypath/testkit/faulty");
    Files.createDirectories(classes);
    for (String type : List.of("Fault", "FaultyChecker", "FaultyChecker$1")) {
      try (InputStream code = FaultyChecker.class.getResourceAsStream(type + ".class")) {
        if (code != null) {
          Files.write(classes.resolve(type + ".class"), code.readAllBytes());
        }
      }
    }
    return Candidate.at(folder);
  }
}
