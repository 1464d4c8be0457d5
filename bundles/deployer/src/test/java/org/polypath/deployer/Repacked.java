package org.polypath.deployer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Jars that somebody changed. */
final class Repacked {
  private Repacked() {}

  static byte[] with(byte[] jar, String name, byte[] content) throws IOException {
    Map<String, byte[]> entries = entries(jar);
    entries.put(name, content);
    return pack(entries);
  }

  static String text(byte[] jar, String name) throws IOException {
    return new String(entries(jar).get(name), StandardCharsets.UTF_8);
  }

  static byte[] without(byte[] jar, String name) throws IOException {
    Map<String, byte[]> entries = entries(jar);
    entries.remove(name);
    return pack(entries);
  }

  private static Map<String, byte[]> entries(byte[] jar) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    return entries;
  }

  private static byte[] pack(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
