package org.polypath.client.path;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.polypath.api.PluginAlias;
import org.polypath.api.PluginName;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A component as its bundle describes it (OSGi Compendium 7, 112.4).
 *
 * @param services the interfaces it provides
 * @param names the plug-in's names
 * @param implementation its class
 */
record ComponentDescription(Set<String> services, List<String> names, String implementation) {
  /** Copies the collections. */
  ComponentDescription {
    services = Set.copyOf(services);
    names = List.copyOf(names);
  }

  /** Reads a description; empty if it is of something else. */
  static Optional<ComponentDescription> read(InputStream content) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Document document = factory.newDocumentBuilder().parse(content);
      return elements(document, "implementation").stream()
          .findFirst()
          .map(
              implementation ->
                  new ComponentDescription(
                      Set.copyOf(attributes(document, "provide", "interface")),
                      names(document),
                      implementation.getAttribute("class")));
    } catch (SAXException | ParserConfigurationException e) {
      return Optional.empty();
    }
  }

  /** Whether it provides a plug-in of a kind under a name. */
  boolean provides(Class<?> kind, String name) {
    return services.contains(kind.getName()) && names.contains(name);
  }

  private static List<String> names(Document document) {
    return elements(document, "property").stream()
        .filter(
            property ->
                Set.of(PluginName.PROPERTY, PluginAlias.PROPERTY)
                    .contains(property.getAttribute("name")))
        .flatMap(property -> values(property).lines())
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** One value is an attribute; several are the lines of the content. */
  private static String values(Element property) {
    return property.hasAttribute("value")
        ? property.getAttribute("value")
        : property.getTextContent();
  }

  private static List<String> attributes(Document document, String tag, String attribute) {
    return elements(document, tag).stream()
        .map(element -> element.getAttribute(attribute))
        .distinct()
        .toList();
  }

  private static List<Element> elements(Document document, String tag) {
    NodeList nodes = document.getElementsByTagName(tag);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }
}
