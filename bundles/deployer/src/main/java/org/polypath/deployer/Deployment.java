package org.polypath.deployer;

import java.util.Optional;

/**
 * What became of one file of the folder.
 *
 * @param file its name
 * @param serving the bundle that came from it and serves; it may be older than the file is now
 * @param problem why the file as it is now does not serve; empty when it does
 * @param supersededBy the file whose bundle of the same name serves instead
 */
record Deployment(
    String file,
    Optional<Hosted> serving,
    Optional<String> problem,
    Optional<String> supersededBy) {
  static Deployment of(String file) {
    return new Deployment(file, Optional.empty(), Optional.empty(), Optional.empty());
  }

  Deployment nowServing(Hosted hosted) {
    return new Deployment(file, Optional.of(hosted), Optional.empty(), Optional.empty());
  }

  Deployment refused(String reason) {
    return new Deployment(file, serving, Optional.of(reason), supersededBy);
  }

  Deployment superseded(String other) {
    return new Deployment(file, Optional.empty(), Optional.empty(), Optional.of(other));
  }

  boolean serves(String symbolicName) {
    return serving.map(Hosted::symbolicName).filter(symbolicName::equals).isPresent();
  }

  /** One line for people. */
  String describe() {
    String state =
        serving
            .map(hosted -> "serving " + hosted.symbolicName() + " " + hosted.version())
            .or(() -> supersededBy.map(other -> "superseded by " + other))
            .orElse("refused");
    return file
        + ": "
        + state
        + problem.map(reason -> "; refused as it is now: " + reason).orElse("");
  }
}
