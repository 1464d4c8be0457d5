package org.polypath.deployer;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a bundle declares to need, its manifest's header {@value #HEADER}, for people. The daemon
 * gives its plug-ins no more of a path; what else a bundle does, nobody can hold it back from.
 *
 * @param words as they are declared; empty if the header is missing
 */
record DeclaredNeeds(Optional<List<String>> words) {
  /** The header. */
  static final String HEADER = "Polypath-Needs";

  /** Nothing is declared. */
  static final DeclaredNeeds NONE = new DeclaredNeeds(Optional.empty());

  private static final Predicate<String> OF_A_PATH =
      Pattern.compile(
              "none|read|scsi:\\p{XDigit}{2}(/\\p{XDigit}{2})?|attribute:.+",
              Pattern.CASE_INSENSITIVE)
          .asMatchPredicate();

  private static final Predicate<String> OF_THE_HOST =
      Pattern.compile("(file|program):.+", Pattern.CASE_INSENSITIVE).asMatchPredicate();

  /** Reads the header's value. */
  static DeclaredNeeds of(String header) {
    return new DeclaredNeeds(Optional.of(List.of(header.strip().split("[\\s,]+"))));
  }

  /** A few words, as declared. */
  String summary() {
    return words.map(all -> String.join(" ", all)).orElse("not declared");
  }

  /** Lines that say what is held to and what is not. */
  String describe() {
    if (words.isEmpty()) {
      return "needs: not declared: it may use all that a path offers";
    }
    StringJoiner lines = new StringJoiner("\n");
    line(OF_A_PATH).ifPresent(all -> lines.add("needs: " + all + " (it gets no more of a path)"));
    line(OF_THE_HOST)
        .ifPresent(all -> lines.add("uses, as it says: " + all + " (nobody holds it to that)"));
    line(OF_A_PATH.or(OF_THE_HOST).negate())
        .ifPresent(all -> lines.add("means nothing: " + all + " (in " + HEADER + ")"));
    return lines.toString();
  }

  private Optional<String> line(Predicate<String> which) {
    String line = String.join(" ", words.orElseThrow().stream().filter(which).toList());
    return Optional.of(line).filter(text -> !text.isEmpty());
  }
}
