package org.polypath.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Makes a vendor's bundle of plug-ins of every kind, good or broken. */
final class SwappedBundle {
  static final String NAME = "com.acme.swapped";

  private static final String COMPONENTS =
      """
      <components xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0">
        <scr:component name="checker">
          <property name="polypath.plugin.name" type="String" value="swapped"/>
          <service><provide interface="org.polypath.api.checker.PathChecker"/></service>
          <implementation class="org.polypath.container.SwappedChecker"/>
        </scr:component>
        <scr:component name="prioritizer">
          <property name="polypath.plugin.name" type="String" value="swapped"/>
          <service><provide interface="org.polypath.api.prioritizer.Prioritizer"/></service>
          <implementation class="org.polypath.container.SwappedPrioritizer"/>
        </scr:component>
        <scr:component name="policy">
          <property name="polypath.plugin.name" type="String" value="multibus"/>
          <service><provide interface="org.polypath.api.policy.PathGroupingPolicy"/></service>
          <implementation class="org.polypath.container.SwappedPolicy"/>
        </scr:component>
        <scr:component name="zones">
          <property name="polypath.plugin.name" type="String" value="acme_zones"/>
          <service><provide interface="org.polypath.api.policy.PathGroupingPolicy"/></service>
          <implementation class="org.polypath.container.SwappedPolicy"/>
        </scr:component>
        <scr:component name="selector">
          <property name="polypath.plugin.name" type="String" value="swapped"/>
          <service><provide interface="org.polypath.api.selector.PathSelector"/></service>
          <implementation class="org.polypath.container.SwappedSelector"/>
        </scr:component>
      </components>
      """;

  private static final List<String> CLASSES =
      List.of(
          "Behaviour",
          "SwappedChecker",
          "SwappedChecker$1",
          "SwappedPolicy",
          "SwappedPrioritizer",
          "SwappedSelector");

  private SwappedBundle() {}

  static byte[] jar(String version, Behaviour behaviour) {
    return jar(version, behaviour, "[1,2)");
  }

  /** One that wants a certain version of the checkers' interface. */
  static byte[] jar(String version, Behaviour behaviour, String api) {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", NAME);
    headers.putValue("Bundle-Version", version);
    headers.putValue("Polypath-Needs", "none");
    headers.putValue("Service-Component", "OSGI-INF/components.xml");
    headers.putValue(
        "Import-Package",
        "org.polypath.api.checker;version=\"%s\",".formatted(api)
            + "org.polypath.api.device,org.polypath.api.map,org.polypath.api.path,"
            + "org.polypath.api.policy,org.polypath.api.prioritizer,org.polypath.api.selector");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes)) {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      manifest.write(text);
      add(jar, JarFile.MANIFEST_NAME, text.toByteArray());
      add(jar, "OSGI-INF/components.xml", COMPONENTS.getBytes(StandardCharsets.UTF_8));
      add(jar, Behaviour.ENTRY, behaviour.name().getBytes(StandardCharsets.US_ASCII));
      for (String type : CLASSES) {
        addClass(jar, type);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void addClass(JarOutputStream jar, String type) throws IOException {
    try (InputStream code = SwappedBundle.class.getResourceAsStream(type + ".class")) {
      if (code != null) {
        add(jar, "org/polypath/container/" + type + ".class", code.readAllBytes());
      }
    }
  }

  private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(0);
    jar.putNextEntry(entry);
    jar.write(content);
  }
}
