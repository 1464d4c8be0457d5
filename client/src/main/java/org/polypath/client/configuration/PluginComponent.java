package org.polypath.client.configuration;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.polypath.api.PluginAlias;
import org.polypath.api.PluginName;

/**
 * A component as its description says (OSGi Compendium 112.4).
 *
 * @param services the interfaces it provides
 * @param names the names under which it is found
 */
record PluginComponent(List<String> services, List<String> names) {
  /**
   * Reads a description, which may hold several.
   *
   * @throws IOException if it is none
   */
  static List<PluginComponent> read(String description) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    List<PluginComponent> components = new ArrayList<>();
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(description));
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamReader.START_ELEMENT) {
          element(reader, components);
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException("no description of components: " + e.getMessage(), e);
    }
    return components;
  }

  private static void element(XMLStreamReader reader, List<PluginComponent> components)
      throws XMLStreamException {
    switch (reader.getLocalName()) {
      case "component" -> components.add(new PluginComponent(new ArrayList<>(), new ArrayList<>()));
      case "provide" ->
          last(components)
              .ifPresent(component -> component.services.add(attribute(reader, "interface")));
      case "property" -> property(reader, components);
      default -> {
        // what else there is says nothing about names
      }
    }
  }

  private static void property(XMLStreamReader reader, List<PluginComponent> components)
      throws XMLStreamException {
    String name = attribute(reader, "name");
    if (name.equals(PluginName.PROPERTY) || name.equals(PluginAlias.PROPERTY)) {
      String value = attribute(reader, "value");
      // several values stand between the tags, a line each
      String text = value.isEmpty() ? reader.getElementText() : value;
      last(components)
          .ifPresent(
              component ->
                  Stream.of(text.split("\\s+", -1))
                      .filter(word -> !word.isEmpty())
                      .forEach(component.names::add));
    }
  }

  private static Optional<PluginComponent> last(List<PluginComponent> components) {
    return components.isEmpty()
        ? Optional.empty()
        : Optional.of(components.get(components.size() - 1));
  }

  private static String attribute(XMLStreamReader reader, String name) {
    return Optional.ofNullable(reader.getAttributeValue(null, name)).orElse("");
  }
}
