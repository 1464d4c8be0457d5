package org.polypath.deployer;

import java.util.Optional;
import org.osgi.framework.Version;

/**
 * What became of one file of the folder.
 *
 * @param file its name
 * @param serving the bundle that came from it and serves; it may be older than the file is now
 * @param candidate the bundle that is the file as it is now, while it is on trial
 * @param problem why the file as it is now does not serve; empty when it does
 * @param supersededBy the file whose bundle of the same name serves instead
 * @param next the version that the file has now, if what served before is to be in use first
 * @param decisions how often something was decided about it
 */
record Deployment(
    String file,
    Optional<Hosted> serving,
    Optional<Candidate> candidate,
    Optional<String> problem,
    Optional<String> supersededBy,
    Optional<Version> next,
    int decisions) {
  static Deployment of(String file) {
    return new Deployment(
        file,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  Deployment nowServing(Hosted hosted) {
    return new Deployment(
        file,
        Optional.of(hosted),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        decisions + 1);
  }

  /** What served before does, and is to be in use before the file's content is tried. */
  Deployment holding(Version version) {
    return new Deployment(
        file, serving, candidate, problem, supersededBy, Optional.of(version), decisions);
  }

  Deployment onTrial(Candidate candidate) {
    return new Deployment(
        file,
        serving,
        Optional.of(candidate),
        Optional.empty(),
        supersededBy,
        Optional.empty(),
        decisions);
  }

  Deployment withoutCandidate() {
    return new Deployment(file, serving, Optional.empty(), problem, supersededBy, next, decisions);
  }

  Deployment refused(String reason) {
    return new Deployment(
        file,
        serving,
        Optional.empty(),
        Optional.of(reason),
        supersededBy,
        Optional.empty(),
        decisions + 1);
  }

  Deployment superseded(String other) {
    return new Deployment(
        file,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(other),
        Optional.empty(),
        decisions + 1);
  }

  /** Whether nothing else than what serves is in the file, refused, on trial, or to be tried. */
  boolean isAsTheFileIs() {
    return problem.isEmpty() && candidate.isEmpty() && next.isEmpty();
  }

  boolean serves(String symbolicName) {
    return serving.map(Hosted::symbolicName).filter(symbolicName::equals).isPresent();
  }

  /** Whether a file or bundle of this name is meant. */
  boolean isCalled(String name) {
    return file.equals(name)
        || serves(name)
        || candidate.filter(tried -> tried.hosted().symbolicName().equals(name)).isPresent();
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
        + candidate.map(tried -> "; on trial: " + tried.describe()).orElse("")
        + next.map(held -> "; next: " + held + ", on trial once that is in use").orElse("")
        + problem.map(reason -> "; refused as it is now: " + reason).orElse("");
  }
}
