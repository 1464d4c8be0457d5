package org.polypath.dm.library;

import java.nio.charset.StandardCharsets;

/**
 * A dm UUID as the kernel holds it. libdevmapper writes every byte but letters, digits and {@code
 * #+-.:=@_} as {@code \xNN} ({@code dmsetup(8)}, name mangling) and undoes it when it reads; who
 * asks the kernel past the library has to write the same.
 */
final class EncodedUuid {
  private static final String AS_THEY_ARE = "#+-.:=@_";

  private EncodedUuid() {}

  /** The kernel's text. */
  static String of(String uuid) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : uuid.getBytes(StandardCharsets.UTF_8)) {
      int value = Byte.toUnsignedInt(octet);
      if (isKept((char) value)) {
        encoded.append((char) value);
      } else {
        encoded.append(String.format("\\x%02x", value));
      }
    }
    return encoded.toString();
  }

  private static boolean isKept(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9')
        || AS_THEY_ARE.indexOf(character) >= 0;
  }
}
