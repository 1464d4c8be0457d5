package org.polypath.client.plugin;

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
 * @param implementation its class; empty if none is named
 */
public record PluginComponent(List<String> services, List<String> names, String implementation) {
  /** Copies the lists. */
  public PluginComponent {
    services = List.copyOf(services);
    names = List.copyOf(names);
  }

  /**
   * Reads a description, which may hold several.
   *
   * @throws IOException if it is none
   */
  public static List<PluginComponent> read(String description) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    Description read = new Description();
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(description));
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamReader.START_ELEMENT) {
          read.element(reader);
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException("no description of components: " + e.getMessage(), e);
    }
    return read.components;
  }

  /** Whether it is a plug-in of a kind. */
  public boolean provides(String service) {
    return services.contains(service);
  }

  private PluginComponent withService(String service) {
    return new PluginComponent(with(services, Stream.of(service)), names, implementation);
  }

  private PluginComponent withNames(Stream<String> more) {
    return new PluginComponent(services, with(names, more), implementation);
  }

  private PluginComponent madeOf(String type) {
    return new PluginComponent(services, names, type);
  }

  private static List<String> with(List<String> some, Stream<String> more) {
    return Stream.concat(some.stream(), more).toList();
  }

  /** What was read so far; what stands outside of components says nothing. */
  private static final class Description {
    final List<PluginComponent> components = new ArrayList<>();

    void element(XMLStreamReader reader) throws XMLStreamException {
      if (reader.getLocalName().equals("component")) {
        components.add(new PluginComponent(List.of(), List.of(), ""));
      } else if (!components.isEmpty()) {
        int last = components.size() - 1;
        components.set(last, part(components.get(last), reader));
      }
    }

    private static PluginComponent part(PluginComponent component, XMLStreamReader reader)
        throws XMLStreamException {
      return switch (reader.getLocalName()) {
        case "provide" -> component.withService(attribute(reader, "interface"));
        case "implementation" -> component.madeOf(attribute(reader, "class"));
        case "property" -> component.withNames(names(reader));
        default -> component;
      };
    }

    /** One name is an attribute; several stand between the tags, a line each. */
    private static Stream<String> names(XMLStreamReader reader) throws XMLStreamException {
      String property = attribute(reader, "name");
      if (!property.equals(PluginName.PROPERTY) && !property.equals(PluginAlias.PROPERTY)) {
        return Stream.empty();
      }
      String value = attribute(reader, "value");
      String text = value.isEmpty() ? reader.getElementText() : value;
      return Stream.of(text.split("\\s+", -1)).filter(word -> !word.isEmpty());
    }

    private static String attribute(XMLStreamReader reader, String name) {
      return Optional.ofNullable(reader.getAttributeValue(null, name)).orElse("");
    }
  }
}
