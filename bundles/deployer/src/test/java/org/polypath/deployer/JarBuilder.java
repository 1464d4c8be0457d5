package org.polypath.deployer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Makes the jars of the tests. */
final class JarBuilder {
  private final Manifest manifest = new Manifest();
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  private JarBuilder() {
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
  }

  /** A jar without bundle headers. */
  static JarBuilder plain() {
    return new JarBuilder();
  }

  static JarBuilder bundle(String symbolicName, String version) {
    return plain()
        .header("Bundle-ManifestVersion", "2")
        .header("Bundle-SymbolicName", symbolicName)
        .header("Bundle-Version", version);
  }

  JarBuilder header(String name, String value) {
    manifest.getMainAttributes().putValue(name, value);
    return this;
  }

  JarBuilder entry(String name, byte[] content) {
    entries.put(name, content);
    return this;
  }

  JarBuilder with(Class<?> type) {
    String name = type.getName().replace('.', '/') + ".class";
    try (InputStream code = type.getClassLoader().getResourceAsStream(name)) {
      header("Import-Package", "org.osgi.framework");
      return entry(name, code.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A delayed component of this class that offers a Supplier. */
  JarBuilder component(Class<?> type, String references) {
    String xml =
        """
        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%s">
          <service><provide interface="java.util.function.Supplier"/></service>
          %s
          <implementation class="%s"/>
        </scr:component>
        """
            .formatted(type.getName(), references, type.getName());
    return with(type)
        .header("Service-Component", "OSGI-INF/component.xml")
        .entry("OSGI-INF/component.xml", xml.getBytes(StandardCharsets.UTF_8));
  }

  byte[] build() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        jar.putNextEntry(new JarEntry(entry.getKey()));
        jar.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
