package org.polypath.archetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The archetype holds the texts of {@code polypath plugin new}, all of them and nothing else. */
class ArchetypeTest {
  private static final Path TEXTS =
      Path.of("../client/src/main/resources/org/polypath/client/project");
  private static final Path VALUES = Path.of("src/main/velocity/values.vm");
  private static final Path ARCHETYPE = Path.of("target/classes");
  private static final Path TEMPLATES = ARCHETYPE.resolve("archetype-resources");
  private static final Pattern NAMED = Pattern.compile("\\$\\{([a-zA-Z]+)}");
  private static final Pattern SET = Pattern.compile("#set\\(\\$([a-zA-Z]+) =");
  private static final Pattern PLATFORM =
      Pattern.compile("(?<=<polypath\\.version>)[0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?(?=<)");

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
    }
  }

  private static Document metadata() throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(ARCHETYPE.resolve("META-INF/maven/archetype-metadata.xml").toFile());
  }

  private static List<Element> elements(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int index = 0; index < nodes.getLength(); index++) {
      elements.add((Element) nodes.item(index));
    }
    return elements;
  }

  /** What is to be in the project, beginning with the values that it names. */
  private static String template(Path file) throws IOException {
    String values = Files.readString(VALUES);
    String text = Files.readString(TEMPLATES.resolve(file));
    assertThat(text).startsWith(values);
    return text.substring(values.length());
  }

  private static String asInClient(String template) {
    String text = PLATFORM.matcher(template).replaceFirst("@polypath@");
    text = text.replace("${dollar}", "$").replace("${hash}", "#");
    // what is the project's own, such as ${project.artifactId}, has a dot
    return NAMED.matcher(text).replaceAll("@$1@");
  }

  @Test
  void metadataNamesEveryFile() throws Exception {
    List<Path> named = new ArrayList<>();
    // the archetype plug-in takes it without being told
    named.add(Path.of("pom.xml"));
    for (Element set : elements(metadata().getElementsByTagName("fileSet"))) {
      assertThat(set.getAttribute("filtered")).isEqualTo("true");
      String folder = set.getElementsByTagName("directory").item(0).getTextContent();
      for (Element file : elements(set.getElementsByTagName("include"))) {
        named.add(Path.of(folder, file.getTextContent()));
      }
    }
    assertThat(named).containsExactlyInAnyOrderElementsOf(files(TEMPLATES));
  }

  @Test
  void templatesAreTheTextsOfTheClient() throws IOException {
    TreeMap<String, String> texts = new TreeMap<>();
    for (Path text : files(TEXTS)) {
      texts.put(text.toString().replace(".txt", ""), Files.readString(TEXTS.resolve(text)));
    }
    TreeMap<String, String> templates = new TreeMap<>();
    for (Path file : files(TEMPLATES)) {
      String name = file.getFileName().toString().replaceFirst("^Array", "");
      templates.put(name, asInClient(template(file)));
    }
    assertThat(templates).hasSizeGreaterThanOrEqualTo(8).isEqualTo(texts);
  }

  @Test
  void whatATemplateNamesIsAskedForOrComputed() throws Exception {
    Set<String> known = new TreeSet<>();
    for (Element property : elements(metadata().getElementsByTagName("requiredProperty"))) {
      known.add(property.getAttribute("key"));
    }
    SET.matcher(Files.readString(VALUES)).results().forEach(set -> known.add(set.group(1)));
    for (Path file : files(TEMPLATES)) {
      assertThat(NAMED.matcher(template(file)).results().map(value -> value.group(1)))
          .as("values named in %s", file)
          .isSubsetOf(known);
    }
  }
}
