package org.polypath.itests.api;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.Baseline.Info;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Instructions;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import java.io.File;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polypath.api.checker.PathChecker;

/** What changed in the interface since the first release has the version that it must have. */
class ApiBaselineTest {
  private static File now() throws Exception {
    URI code = PathChecker.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    return Path.of(code).toFile();
  }

  @Test
  void packagesHaveTheVersionThatTheirChangesAskFor() throws Exception {
    try (Processor processor = new Processor();
        InputStream kept = ApiBaselineTest.class.getResourceAsStream("/api-first.jar.kept");
        Jar first = new Jar("first", kept);
        Jar jar = new Jar(now())) {
      Baseline baseline = new Baseline(processor, new DiffPluginImpl());
      List<String> wrong =
          baseline.baseline(jar, first, new Instructions("org.polypath.api*")).stream()
              .filter(info -> info.mismatch)
              .map(ApiBaselineTest::describe)
              .toList();
      assertThat(wrong).isEmpty();
    }
  }

  private static String describe(Info info) {
    return "%s is %s, was %s, must be %s or newer"
        .formatted(info.packageName, info.newerVersion, info.olderVersion, info.suggestedVersion);
  }
}
