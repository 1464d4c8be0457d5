package org.polypath.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.polypath.api.checker.PathChecker;
import org.polypath.api.hardware.HardwareSupport;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.api.policy.PathGroupingPolicy;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.api.selector.PathSelector;
import org.polypath.api.settings.Finding;
import org.polypath.api.settings.Finding.Severity;
import org.polypath.api.settings.Origin;
import org.polypath.config.ClosestWord;
import org.polypath.config.ConfigurationReader;
import org.polypath.config.ConfigurationSources;
import org.polypath.config.ConfiguredLine;
import org.polypath.config.HardwareHeader;
import org.polypath.config.ResolvedConfiguration;
import org.polypath.config.SourceText;

/**
 * What can be said of a bundle by looking into it. A daemon passes over what it cannot use; its
 * vendor wants to know.
 */
final class Inspection {
  private static final String HEADERS = "Polypath-";
  private static final String NEEDS = HEADERS + "Needs";

  /** Keywords whose value names a plug-in, and what the plug-in is. */
  private static final Map<String, Class<?>> NAMING =
      Map.of(
          "path_checker", PathChecker.class,
          "prio", Prioritizer.class,
          "path_selector", PathSelector.class,
          "path_grouping_policy", PathGroupingPolicy.class);

  private final Candidate candidate;
  private final ArrayDescription array;
  private final Function<Class<?>, Set<String>> names;
  private final List<String> complaints = new ArrayList<>();

  private Inspection(
      Candidate candidate, ArrayDescription array, Function<Class<?>, Set<String>> names) {
    this.candidate = candidate;
    this.array = array;
    this.names = names;
  }

  /**
   * What is wrong, a sentence each.
   *
   * @param names the names of the plug-ins that serve, by kind
   */
  static List<String> complaints(
      Candidate candidate, ArrayDescription array, Function<Class<?>, Set<String>> names) {
    Inspection inspection = new Inspection(candidate, array, names);
    inspection.headers();
    candidate
        .optionalHeader(HardwareSupport.HEADER)
        .map(HardwareHeader::parse)
        .ifPresent(inspection::hardware);
    return List.copyOf(inspection.complaints);
  }

  private void headers() {
    List<String> known = List.of(HardwareSupport.HEADER, NEEDS);
    candidate.headers().stream()
        .filter(name -> name.startsWith(HEADERS) && !known.contains(name))
        .map(
            name ->
                "the manifest header "
                    + name
                    + " means nothing: "
                    + ClosestWord.to(name, known.stream())
                        .map(word -> "did you mean " + word + "?")
                        .orElse("there are " + String.join(", ", known)))
        .forEach(complaints::add);
  }

  private void hardware(HardwareHeader header) {
    header.complaint().ifPresent(complaints::add);
    Optional<String> text = candidate.text(header.path());
    if (text.isEmpty()) {
      complaints.add(
          "the manifest header "
              + HardwareSupport.HEADER
              + " names "
              + header.path()
              + ", and there is no such file in the bundle");
    }
    text.ifPresent(
        file ->
            ConfigurationReader.read(
                    ConfigurationSources.NONE
                        .withHardware(List.of(new SourceText(header.path(), file)))
                        .withPolicies(names.apply(PathGroupingPolicy.class)))
                .fold(
                    accepted -> {
                      settings(header.path(), accepted.configuration());
                      return true;
                    },
                    refused -> complaints.add(refused.message())));
  }

  private void settings(String file, ResolvedConfiguration settings) {
    settings.findings().stream()
        .filter(finding -> finding.severity() != Severity.NOTE)
        .map(Finding::message)
        .forEach(complaints::add);
    if (!isAboutTheArray(settings)) {
      complaints.add(
          file
              + ": no device in it has an expression for vendor and product that fits \""
              + array.vendor()
              + "\" and \""
              + array.product()
              + "\", which is what the described array answers");
    }
    NAMING.forEach(
        (keyword, kind) ->
            settings.lines(keyword).stream()
                .flatMap(line -> unserved(line, keyword, kind))
                .forEach(complaints::add));
  }

  private boolean isAboutTheArray(ResolvedConfiguration settings) {
    PathFacts path =
        PathFacts.named("sda", new DeviceNumber(8, 0))
            .hardware(array.vendor(), array.product(), "1")
            .build();
    return settings
        .setting("vendor", path)
        .filter(found -> found.origin().kind() == Origin.Kind.HARDWARE)
        .isPresent();
  }

  private Stream<String> unserved(ConfiguredLine line, String keyword, Class<?> kind) {
    // a selector's arguments may follow
    String name = line.value().split("\\s+", 2)[0];
    return names.apply(kind).contains(name)
        ? Stream.empty()
        : Stream.of(
            line.file()
                + ":"
                + line.line()
                + ": "
                + keyword
                + " \""
                + name
                + "\": no plug-in has this name; if it is to be the bundle's own, its class needs"
                + " @Component and @PluginName(\""
                + name
                + "\")");
  }
}
