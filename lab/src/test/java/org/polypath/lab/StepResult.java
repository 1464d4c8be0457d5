package org.polypath.lab;

/**
 * What one step in the guest left.
 *
 * @param exitStatus the script's exit status, 0 to 255
 * @param stdout all it wrote to its standard output
 * @param stderr all it wrote to its standard error
 */
public record StepResult(int exitStatus, String stdout, String stderr) {
  /** The standard output without the newlines at its end. */
  public String text() {
    return stdout.stripTrailing();
  }
}
