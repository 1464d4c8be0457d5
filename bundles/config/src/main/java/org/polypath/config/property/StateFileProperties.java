package org.polypath.config.property;

import static org.polypath.config.property.Section.DEFAULTS;

import java.nio.file.Path;

/** Where the files are that this host remembers things in: words of old files. */
public final class StateFileProperties {
  /** Names that were generated. */
  public static final Property<Path> BINDINGS_FILE =
      elsewhere("bindings_file", "/etc/multipath/bindings", "the generated names of maps");

  /** What was a map before. */
  public static final Property<Path> WWIDS_FILE =
      elsewhere("wwids_file", "/etc/multipath/wwids", "the WWIDs that were maps before");

  private StateFileProperties() {}

  private static Property<Path> elsewhere(String keyword, String usual, String contents) {
    return Property.of(
            keyword, new FileElsewhere(usual), "Old word: the file that holds " + contents + ".")
        .in(DEFAULTS)
        .otherwise(usual);
  }
}
