package org.polypath.container;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Makes the vendor's bundle in a version. */
final class AcmeBundle {
  private static final String COMPONENT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="com.acme.checker" immediate="true">
        <property name="polypath.plugin.name" type="String" value="acme"/>
        <service>
          <provide interface="org.polypath.api.checker.PathChecker"/>
        </service>
        <implementation class="org.polypath.container.AcmeChecker"/>
      </scr:component>
      """;

  private AcmeBundle() {}

  static InputStream version(String version) {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", "com.acme.checker");
    headers.putValue("Bundle-Version", version);
    headers.putValue("Service-Component", "OSGI-INF/checker.xml");
    headers.putValue(
        "Import-Package",
        "org.polypath.api.checker;version=\"[1,2)\",org.polypath.api.path;version=\"[1,2)\",org.osgi.framework");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
      jar.putNextEntry(new ZipEntry("OSGI-INF/checker.xml"));
      jar.write(COMPONENT.getBytes(StandardCharsets.UTF_8));
      jar.putNextEntry(new ZipEntry("org/polypath/container/AcmeChecker.class"));
      try (InputStream code = AcmeBundle.class.getResourceAsStream("AcmeChecker.class")) {
        code.transferTo(jar);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
