package org.polypath.deployer;

import java.util.Optional;

/**
 * What became of one file of the folder.
 *
 * @param file its name
 * @param serving the bundle that came from it and serves; it may be older than the file is now
 * @param candidate the bundle that is the file as it is now, while it is on trial
 * @param problem why the file as it is now does not serve; empty when it does
 * @param supersededBy the file whose bundle of the same name serves instead
 * @param decisions how often something was decided about it
 */
record Deployment(
    String file,
    Optional<Hosted> serving,
    Optional<Candidate> candidate,
    Optional<String> problem,
    Optional<String> supersededBy,
    int decisions) {
  static Deployment of(String file) {
    return new Deployment(
        file, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0);
  }

  Deployment nowServing(Hosted hosted) {
    return new Deployment(
        file,
        Optional.of(hosted),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        decisions + 1);
  }

  Deployment onTrial(Candidate next) {
    return new Deployment(
        file, serving, Optional.of(next), Optional.empty(), supersededBy, decisions);
  }

  Deployment withoutCandidate() {
    return new Deployment(file, serving, Optional.empty(), problem, supersededBy, decisions);
  }

  Deployment refused(String reason) {
    return new Deployment(
        file, serving, Optional.empty(), Optional.of(reason), supersededBy, decisions + 1);
  }

  Deployment superseded(String other) {
    return new Deployment(
        file,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(other),
        decisions + 1);
  }

  boolean serves(String symbolicName) {
    return serving.map(Hosted::symbolicName).filter(symbolicName::equals).isPresent();
  }

  /** Whether a file or bundle of this name is meant. */
  boolean isCalled(String name) {
    return file.equals(name)
        || serves(name)
        || candidate.filter(next -> next.hosted().symbolicName().equals(name)).isPresent();
  }

  /** The same, and what the bundle that serves declares to need. */
  String list() {
    return describe() + serving.map(hosted -> "; needs: " + hosted.needs().summary()).orElse("");
  }

  /** One line for people. */
  String describe() {
    String state =
        serving
            .map(hosted -> "serving " + hosted.symbolicName() + " " + hosted.version())
            .or(() -> supersededBy.map(other -> "superseded by " + other))
            .orElse(candidate.isPresent() ? "new" : "refused");
    return file
        + ": "
        + state
        + candidate.map(next -> "; on trial: " + next.hosted().version()).orElse("")
        + problem.map(reason -> "; refused as it is now: " + reason).orElse("");
  }
}
