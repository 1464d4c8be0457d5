package org.polypath.config.property;

import java.util.List;
import java.util.Optional;

/** A section of {@code multipath.conf}: what its name is and which sections it may hold. */
public enum Section {
  /** What holds where no other section says otherwise. */
  DEFAULTS("defaults"),
  /** What is left alone. */
  BLACKLIST("blacklist"),
  /** What is not left alone after all. */
  EXCEPTIONS("blacklist_exceptions"),
  /** A hardware rule of either. */
  LISTED_DEVICE("device"),
  /** The list of hardware entries. */
  DEVICES("devices"),
  /** A hardware entry. */
  DEVICE("device"),
  /** What beats hardware entries. */
  OVERRIDES("overrides"),
  /** Timeouts of one transport. */
  PROTOCOL("protocol"),
  /** The list of maps. */
  MULTIPATHS("multipaths"),
  /** The settings of one map. */
  MULTIPATH("multipath"),
  /** The file itself. */
  FILE("");

  private final String keyword;

  Section(String keyword) {
    this.keyword = keyword;
  }

  /** The word before its brace; empty for the file. */
  public String keyword() {
    return keyword;
  }

  /** The sections it may hold. */
  public List<Section> children() {
    return switch (this) {
      case FILE -> List.of(DEFAULTS, BLACKLIST, EXCEPTIONS, DEVICES, OVERRIDES, MULTIPATHS);
      case BLACKLIST, EXCEPTIONS -> List.of(LISTED_DEVICE);
      case DEVICES -> List.of(DEVICE);
      case OVERRIDES -> List.of(PROTOCOL);
      case MULTIPATHS -> List.of(MULTIPATH);
      case DEFAULTS, LISTED_DEVICE, DEVICE, PROTOCOL, MULTIPATH -> List.of();
    };
  }

  /** The section of this name inside this one; also by a name of old files. */
  public Optional<Section> child(String name) {
    String today = OldWords.section(name).orElse(name);
    return children().stream().filter(child -> child.keyword.equals(today)).findFirst();
  }
}
