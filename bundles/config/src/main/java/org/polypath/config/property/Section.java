package org.polypath.config.property;

import java.util.List;
import java.util.Optional;

/** A section of {@code multipath.conf}: what its name is and which sections it may hold. */
public enum Section {
  /** See {@code multipath.conf(5)}. */
  DEFAULTS("defaults"),
  /** A hardware entry. */
  DEVICE("device"),
  /** The list of hardware entries. */
  DEVICES("devices", DEVICE),
  /** Timeouts of one transport. */
  PROTOCOL("protocol"),
  /** What beats hardware entries. */
  OVERRIDES("overrides", PROTOCOL),
  /** The settings of one map. */
  MULTIPATH("multipath"),
  /** The list of maps. */
  MULTIPATHS("multipaths", MULTIPATH),
  /** A hardware rule of a blacklist. */
  LISTED_DEVICE("device"),
  /** What is left alone. */
  BLACKLIST("blacklist", LISTED_DEVICE),
  /** What is not left alone after all. */
  EXCEPTIONS("blacklist_exceptions", LISTED_DEVICE),
  /** The file itself. */
  FILE("", DEFAULTS, BLACKLIST, EXCEPTIONS, DEVICES, OVERRIDES, MULTIPATHS);

  private final String keyword;
  private final List<Section> children;

  Section(String keyword, Section... children) {
    this.keyword = keyword;
    this.children = List.of(children);
  }

  /** The word before its brace; empty for the file. */
  public String keyword() {
    return keyword;
  }

  /** The sections it may hold. */
  public List<Section> children() {
    return children;
  }

  /** The section of this name inside this one; also by a name of old files. */
  public Optional<Section> child(String name) {
    String today = OldWords.section(name).orElse(name);
    return children.stream().filter(child -> child.keyword.equals(today)).findFirst();
  }
}
