package org.polypath.itests.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each interface that vendors write has an example, and it compiles as it stands there. */
class JavadocExamplesTest {
  private static final Path API = Path.of("../../bundles/api/src/main/java");
  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\\{@code\\n(.*?)\\n \\* }</pre>", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("final class (\\w+) implements (\\w+)");

  /** Written by vendors, found as services: what their guides call plug-ins. */
  private static final List<String> PLUGINS =
      List.of(
          "BindingsStore",
          "HardwareSupport",
          "PathChecker",
          "PathGroupingPolicy",
          "PathSelector",
          "Prioritizer");

  /** The examples by the interface that they implement. */
  private static Map<String, String> examples() throws Exception {
    Map<String, String> examples = new TreeMap<>();
    for (Path file : sources()) {
      Matcher example = EXAMPLE.matcher(Files.readString(file));
      while (example.find()) {
        String text = example.group(1).replaceAll("(?m)^ \\* ?", "");
        Matcher name = NAME.matcher(text);
        assertThat(name.find()).as("a class in the example of %s", file).isTrue();
        examples.put(name.group(2), text);
      }
    }
    return examples;
  }

  private static List<Path> sources() throws Exception {
    try (Stream<Path> files = Files.walk(API)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** Imports as an editor adds them. */
  private static String imports() throws Exception {
    return Stream.concat(
            Stream.of(
                "java.util", "java.util.concurrent", "org.osgi.service.component.annotations"),
            sources().stream()
                .map(file -> API.relativize(file.getParent()).toString().replace('/', '.')))
        .distinct()
        .map(name -> "import " + name + ".*;\n")
        .collect(Collectors.joining());
  }

  private static JavaFileObject source(String example, String imports) {
    Matcher name = NAME.matcher(example);
    assertThat(name.find()).isTrue();
    String text = imports + example;
    return new SimpleJavaFileObject(
        URI.create("string:///" + name.group(1) + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  @Test
  void everyPluginInterfaceHasAnExampleThatCompiles(@TempDir Path classes) throws Exception {
    Map<String, String> examples = examples();
    assertThat(examples.keySet()).containsAll(PLUGINS);
    String imports = imports();
    List<JavaFileObject> sources =
        examples.values().stream().map(example -> source(example, imports)).toList();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    List<String> options =
        List.of(
            "-proc:none",
            "-d",
            classes.toString(),
            "-classpath",
            System.getProperty("java.class.path"));
    if (!compiler.getTask(said, null, null, options, null, sources).call()) {
      fail(said.toString());
    }
  }
}
