package org.polypath.deployer;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the launcher tells the deployer, as framework properties.
 *
 * @param property answers the value of a property, null where there is none
 */
record DeployProperties(UnaryOperator<String> property) {
  /** The folder. Empty: nothing is deployed. */
  static final String FOLDER = "polypath.deploy.directory";

  /** Where state is; the deployer's is in the folder {@code plugins} there. */
  static final String STATE = "polypath.state.directory";

  /** {@code off}, {@code warn} or {@code require}. */
  static final String SIGNATURES = "polypath.deploy.signatures";

  /** File of the certificates that vouch for signers, in PEM form. */
  static final String TRUSTED = "polypath.deploy.trusted";

  private static final String USUAL_STATE = "/etc/multipath";

  Optional<Path> folder() {
    return text(FOLDER).map(Path::of);
  }

  Path state() {
    return Path.of(text(STATE).orElse(USUAL_STATE)).resolve("plugins");
  }

  /** Whether what is decided is kept: not by who does one command of {@code multipath} and goes. */
  boolean keeps() {
    return text("polypath.mode").filter("once"::equals).isEmpty();
  }

  Signatures signatures() {
    return new Signatures(
        Signatures.Mode.of(text(SIGNATURES).orElse("")), text(TRUSTED).map(Path::of));
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(property.apply(name)).filter(value -> !value.isBlank());
  }
}
