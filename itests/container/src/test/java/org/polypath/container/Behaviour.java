package org.polypath.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a version of the vendor's bundle does. */
enum Behaviour {
  GOOD,
  RANKS_OTHERWISE,
  GROUPS_OTHERWISE,
  SELECTS_OTHERWISE,
  THROWS,
  HANGS,
  BLOCKS,
  SAYS_DOWN,
  LEAKS;

  /** The entry of a bundle that names it. */
  static final String ENTRY = "behaviour";

  static Behaviour ofBundle(Class<?> inIt) {
    try (InputStream in = inIt.getResourceAsStream("/" + ENTRY)) {
      return valueOf(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
