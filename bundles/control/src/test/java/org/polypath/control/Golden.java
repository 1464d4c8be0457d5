package org.polypath.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Outputs of the reference, recorded in the lab; README.md beside them says how. */
public final class Golden {
  private Golden() {}

  public static String text(String name) {
    try (InputStream file = Golden.class.getResourceAsStream("text/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
