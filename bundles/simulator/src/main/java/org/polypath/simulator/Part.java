package org.polypath.simulator;

import java.util.Locale;

/**
 * A part of the SAN that can break.
 *
 * @param kind what it is
 * @param name its name: {@code sda} for a path, {@code host2} for an adapter, {@code ARRAY:NAME}
 *     for a port or controller
 */
public record Part(Kind kind, String name) {
  /** The kinds of parts. */
  public enum Kind {
    /** One path: the way from one adapter over one port to one LUN. */
    PATH,
    /** A target port of an array. */
    PORT,
    /** A controller of an array, with its ports. */
    CONTROLLER,
    /** A host adapter. */
    ADAPTER;

    /** The kind's word in commands. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A path by its name, for instance {@code sda}. */
  public static Part path(String name) {
    return new Part(Kind.PATH, name);
  }

  /** A target port, for instance {@code acme:A1}. */
  public static Part port(String name) {
    return new Part(Kind.PORT, name);
  }

  /** A controller, for instance {@code acme:A}. */
  public static Part controller(String name) {
    return new Part(Kind.CONTROLLER, name);
  }

  /** A host adapter, for instance {@code host2}. */
  public static Part adapter(String name) {
    return new Part(Kind.ADAPTER, name);
  }

  @Override
  public String toString() {
    return kind.word() + " " + name;
  }
}
