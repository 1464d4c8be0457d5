package org.polypath.lab.plugin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A bundle of plug-ins, made of classes of the lab.
 *
 * @param symbolicName its name
 * @param version its version
 * @param plugins what it brings
 * @param texts entries that the plug-ins read, by name
 */
record PluginBundle(
    String symbolicName, String version, List<Plugin> plugins, Map<String, String> texts) {
  private static final List<String> PACKAGES =
      List.of("checker", "device", "path", "policy", "prioritizer");

  /**
   * One plug-in.
   *
   * @param name its name in the configuration
   * @param service the interface it is called by
   * @param code its class, and then those that it needs
   */
  record Plugin(String name, Class<?> service, List<Class<?>> code) {
    private String component() {
      return "OSGI-INF/%s.xml".formatted(name);
    }

    private String description() {
      return """
          <?xml version="1.0" encoding="UTF-8"?>
          <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="%1$s">
            <implementation class="%1$s"/>
            <service><provide interface="%2$s"/></service>
            <property name="polypath.plugin.name" value="%3$s"/>
          </scr:component>
          """
          .formatted(code.get(0).getName(), service.getName(), name);
    }
  }

  /** The jar. */
  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest())) {
      for (Class<?> code : code()) {
        add(jar, code);
      }
      for (Plugin plugin : plugins) {
        add(jar, plugin.component(), plugin.description().getBytes(StandardCharsets.UTF_8));
      }
      for (Map.Entry<String, String> text : texts.entrySet()) {
        add(jar, text.getKey(), text.getValue().getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private Set<Class<?>> code() {
    Set<Class<?>> code = new LinkedHashSet<>();
    plugins.forEach(plugin -> code.addAll(plugin.code()));
    return code;
  }

  private Manifest manifest() {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", symbolicName);
    headers.putValue("Bundle-Version", version);
    headers.putValue(
        "Import-Package",
        String.join(
            ",",
            PACKAGES.stream().map("org.polypath.api.%s;version=\"[1,2)\""::formatted).toList()));
    headers.putValue(
        "Require-Capability",
        "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.4.0))\"");
    headers.putValue(
        "Service-Component", String.join(",", plugins.stream().map(Plugin::component).toList()));
    return manifest;
  }

  private static void add(JarOutputStream jar, Class<?> code) throws IOException {
    String file = code.getName().replace('.', '/') + ".class";
    try (InputStream content = code.getResourceAsStream("/" + file)) {
      add(jar, file, content.readAllBytes());
    }
  }

  private static void add(JarOutputStream jar, String name, byte[] content) throws IOException {
    jar.putNextEntry(new JarEntry(name));
    jar.write(content);
    jar.closeEntry();
  }
}
