package org.polypath.linux.change;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.polypath.linux.sysfs.Sysfs;

/** Writes attributes, and keeps what could not be written. One thread uses it, for one change. */
final class SysfsWriter {
  private final Sysfs sysfs;
  private final List<String> problems = new ArrayList<>();

  SysfsWriter(Sysfs sysfs) {
    this.sysfs = sysfs;
  }

  /** Writes a value, where it is not there already. */
  void set(Path attribute, String value) {
    if (!sysfs.text(attribute).map(String::strip).equals(Optional.of(value))) {
      write(attribute, value);
    }
  }

  /** Writes a value: the attribute does something each time it is written. */
  void write(Path attribute, String value) {
    try {
      Files.writeString(
          attribute,
          value,
          StandardCharsets.US_ASCII,
          StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING);
    } catch (NoSuchFileException e) {
      problem("this kernel has no " + attribute);
    } catch (IOException e) {
      problem("cannot write " + value + " to " + attribute + ": " + reason(e));
    }
  }

  /** Something else that was not done as asked. */
  void problem(String line) {
    problems.add(line);
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null ? e.toString() : message;
  }
}
