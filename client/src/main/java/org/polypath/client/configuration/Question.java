package org.polypath.client.configuration;

import java.util.List;
import java.util.Optional;
import org.polypath.config.ConfigurationReader;
import org.polypath.config.ConfigurationSources;

/**
 * A question whose answer is the value of a keyword in section {@code defaults}.
 *
 * @param keyword the keyword
 * @param text the question, with what may be answered
 * @param meaning what the keyword decides, for the file
 * @param preset what is taken without an answer
 */
record Question(String keyword, String text, String meaning, String preset) {
  /** All there are, in the order in which they are asked. */
  static final List<Question> ALL =
      List.of(
          new Question(
              "user_friendly_names",
              "Shall maps have short names, mpatha, mpathb and so on? (yes, no: their WWIDs)",
              "Short names (mpatha), kept in /etc/multipath/bindings; no: the WWID is the name.",
              "yes"),
          new Question(
              "find_multipaths",
              "Which disks become maps? (on: those with two paths; off: all; strict: only those that"
                  + " were maps before; smart: as on, and udev waits for the second path)",
              "Which disks become maps: on, off, strict, smart, greedy.",
              "on"),
          new Question(
              "no_path_retry",
              "What happens to I/O when a disk has no path left? (fail: it fails at once; queue: it"
                  + " waits for ever; a number: it waits for so many checks)",
              "What happens to I/O without a path: fail, queue, or for how many checks it waits.",
              "12"),
          new Question(
              "failback",
              "When does a map go back to its better paths once they are repaired? (manual: never by"
                  + " itself; immediate; followover; a number of seconds)",
              "When a map goes back to its better paths: manual, immediate, followover, seconds.",
              "manual"),
          new Question(
              "polling_interval",
              "How many seconds shall lie between two checks of a path? (1 or more)",
              "Seconds between two checks of a path; of a healthy one up to four times as many.",
              "5"));

  /** What is wrong with an answer; empty if nothing is. */
  Optional<String> objection(String answer) {
    String file = "defaults {\n" + keyword + " \"" + answer.replace("\"", "\"\"") + "\"\n}\n";
    return ConfigurationReader.read(ConfigurationSources.ofMain("answer", file)).findings().stream()
        .findFirst()
        .map(finding -> finding.text());
  }
}
