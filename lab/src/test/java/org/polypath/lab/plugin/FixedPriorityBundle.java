package org.polypath.lab.plugin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A bundle with the prioritizer {@link FixedPriority}.
 *
 * @param version its version
 * @param priority what the prioritizer answers
 */
public record FixedPriorityBundle(String version, int priority) {
  /** The prioritizer's name: the word after {@code prio}. */
  public static final String NAME = "fixed";

  private static final String COMPONENT = "OSGI-INF/fixed.xml";
  private static final String CLASS_FILE =
      FixedPriority.class.getName().replace('.', '/') + ".class";

  /** The jar. */
  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest());
        InputStream code = FixedPriority.class.getResourceAsStream("/" + CLASS_FILE)) {
      add(jar, CLASS_FILE, code.readAllBytes());
      add(jar, COMPONENT, component().getBytes(StandardCharsets.UTF_8));
      add(jar, FixedPriority.ENTRY, Integer.toString(priority).getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private Manifest manifest() {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", "org.example.prioritizer." + NAME);
    headers.putValue("Bundle-Version", version);
    headers.putValue("Import-Package", "org.polypath.api.prioritizer;version=\"[1,2)\"");
    headers.putValue(
        "Require-Capability",
        "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.4.0))\"");
    headers.putValue("Service-Component", COMPONENT);
    return manifest;
  }

  private static String component() {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="%1$s">
          <implementation class="%1$s"/>
          <service><provide interface="org.polypath.api.prioritizer.Prioritizer"/></service>
          <property name="polypath.plugin.name" value="%2$s"/>
        </scr:component>
        """
        .formatted(FixedPriority.class.getName(), NAME);
  }

  private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(content);
    jar.closeEntry();
  }
}
