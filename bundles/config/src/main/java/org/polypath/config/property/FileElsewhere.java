package org.polypath.config.property;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * The absolute name of a file that old versions let be kept elsewhere: it is kept there still, and
 * that this is an old word is said.
 *
 * @param usual where the file is today
 */
record FileElsewhere(String usual) implements ValueType<Path> {
  @Override
  public Reading<Path> read(String keyword, String text) {
    try {
      Path file = Path.of(text);
      return file.isAbsolute() && file.getFileName() != null
          ? Reading.instead(file, Complaint.note("old keyword " + keyword, meaning(file)))
          : Reading.invalid(keyword, text, wanted());
    } catch (InvalidPathException e) {
      return Reading.invalid(keyword, text, wanted());
    }
  }

  private String meaning(Path file) {
    return file + " is used, not " + usual;
  }

  @Override
  public String write(Path value) {
    return Quoted.of(value.toString());
  }

  @Override
  public String wanted() {
    return "the absolute name of a file";
  }
}
