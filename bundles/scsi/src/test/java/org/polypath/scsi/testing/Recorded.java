package org.polypath.scsi.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.polypath.api.device.Bytes;

/** Answers of real targets, from {@code src/test/resources/recorded}. */
public final class Recorded {
  private Recorded() {}

  /** The bytes of a file of hexadecimal digits; lines starting with # say how it was taken. */
  public static Bytes bytes(String name) {
    String file = "/recorded/" + name + ".hex";
    try (InputStream in = Recorded.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("no such recording: " + file);
      }
      return Bytes.ofHex(
          new String(in.readAllBytes(), StandardCharsets.US_ASCII)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .collect(Collectors.joining()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
