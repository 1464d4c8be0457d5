package org.polypath.lab.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import org.junit.jupiter.api.Test;

class FixedPriorityBundleTest {
  @Test
  void isABundleThatHoldsItsVersionItsCodeAndItsPriority() throws IOException {
    byte[] bytes = new FixedPriorityBundle("1.2.0", 17).bytes();

    try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(bytes))) {
      assertThat(jar.getManifest().getMainAttributes().getValue("Bundle-Version"))
          .isEqualTo("1.2.0");
      List<String> entries = new ArrayList<>();
      for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
        entries.add(entry.getName());
      }
      assertThat(entries)
          .containsExactly(
              "org/polypath/lab/plugin/FixedPriority.class",
              "org/polypath/lab/plugin/BundleText.class",
              "org/polypath/lab/plugin/OneGroup.class",
              "OSGI-INF/fixed.xml",
              "OSGI-INF/one_group.xml",
              "priority");
    }
  }
}
