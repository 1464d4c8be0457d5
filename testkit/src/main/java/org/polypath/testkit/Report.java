package org.polypath.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What came of an examination.
 *
 * @param bundle symbolic name and version of what was examined
 * @param array vendor and product of the array
 * @param results what came of each exercise, in order
 */
public record Report(String bundle, String array, List<Result> results) {
  /** What became of an exercise. */
  public enum Verdict {
    /** The bundle met the demand. */
    PASSED,
    /** It did not. */
    FAILED,
    /** An exercise that this one needs did not pass. */
    SKIPPED
  }

  /**
   * One exercise.
   *
   * @param name what it is called
   * @param demand what it demanded
   * @param verdict what became of it
   * @param text what was seen, or what was wrong
   * @param time how long it took
   */
  public record Result(String name, String demand, Verdict verdict, String text, Duration time) {}

  /** Copies the list. */
  public Report {
    results = List.copyOf(results);
  }

  /** Whether every exercise was passed. */
  public boolean passed() {
    return count(Verdict.PASSED) == results.size();
  }

  long count(Verdict verdict) {
    return results.stream().filter(result -> result.verdict() == verdict).count();
  }

  /**
   * Writes {@code examination.txt}, {@code examination.html} and {@code TEST-examination.xml}.
   *
   * @param folder is made if need be
   * @return this
   */
  public Report write(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("examination.txt"), TextReport.of(this));
      Files.writeString(folder.resolve("examination.html"), HtmlReport.of(this));
      Files.writeString(folder.resolve("TEST-examination.xml"), JUnitReport.of(this));
    } catch (IOException e) {
      throw new UncheckedIOException("the report cannot be written to " + folder, e);
    }
    return this;
  }

  /**
   * For the last line of a test.
   *
   * @throws AssertionError an exercise was not passed; the message is the report
   */
  public void assertPassed() {
    if (!passed()) {
      throw new AssertionError(TextReport.of(this));
    }
  }
}
