package org.polypath.config;

import java.util.List;
import java.util.function.Function;
import org.polypath.api.settings.Finding;

/** What came of reading a configuration. */
public sealed interface ReadOutcome {
  /** What was found wrong, in the order read. */
  List<Finding> findings();

  /** Continues with either case. */
  <R> R fold(Function<Accepted, R> accepted, Function<Refused, R> refused);

  /**
   * The configuration can be used.
   *
   * @param configuration it
   */
  record Accepted(ResolvedConfiguration configuration) implements ReadOutcome {
    @Override
    public List<Finding> findings() {
      return configuration.findings();
    }

    @Override
    public <R> R fold(Function<Accepted, R> accepted, Function<Refused, R> refused) {
      return accepted.apply(this);
    }
  }

  /**
   * The main file cannot be used: the configuration in force stays; without one the daemon does not
   * start.
   *
   * @param message one line: which file, why, and what to do
   * @param findings what was found wrong
   */
  record Refused(String message, List<Finding> findings) implements ReadOutcome {
    /** Copies the findings. */
    public Refused {
      findings = List.copyOf(findings);
    }

    @Override
    public <R> R fold(Function<Accepted, R> accepted, Function<Refused, R> refused) {
      return refused.apply(this);
    }
  }
}
