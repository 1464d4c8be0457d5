package org.polypath.core;

import java.util.Optional;
import java.util.stream.Stream;

/** Which maps may be changed unasked: all, or the one that somebody named. */
final class Limit {
  private static final String MAPPER = "/dev/mapper/";
  private static final String DEV = "/dev/";

  private final Optional<String> only;

  Limit(CoreOptions options) {
    only = options.only().map(Limit::withoutDirectory);
  }

  boolean covers(MapEntry map) {
    return only.isEmpty() || names(map).anyMatch(only.get()::equals);
  }

  private static Stream<String> names(MapEntry map) {
    Stream<String> kernel =
        map.kernel.stream()
            .flatMap(k -> Stream.of(k.name(), k.kernelName(), k.number().toString()));
    Stream<String> alias =
        map.settings.stream().flatMap(settings -> settings.alias().stream()).map(a -> a.value());
    Stream<String> paths =
        map.paths.stream().flatMap(path -> Stream.of(path.name, path.facts.number().toString()));
    return Stream.of(Stream.of(map.wwid.text()), kernel, map.name.stream(), alias, paths)
        .flatMap(names -> names);
  }

  private static String withoutDirectory(String designation) {
    if (designation.startsWith(MAPPER)) {
      return designation.substring(MAPPER.length());
    }
    return designation.startsWith(DEV) ? designation.substring(DEV.length()) : designation;
  }
}
