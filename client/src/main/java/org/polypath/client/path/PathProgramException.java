package org.polypath.client.path;

/** A path could not be asked, or gave no answer. */
final class PathProgramException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Failure failure;

  /**
   * With what there is to say.
   *
   * @param failure its kind
   * @param message what was tried on which device, and why it failed
   */
  PathProgramException(Failure failure, String message) {
    super(message);
    this.failure = failure;
  }

  /** Its kind. */
  Failure failure() {
    return failure;
  }

  /** What can go wrong, with the exit status of {@code mpath_prio_alua}(8). */
  enum Failure {
    /** The command line makes no sense. */
    USAGE(1),
    /** The device could not be opened for reading. */
    NOT_OPENED(2),
    /** The device does not support target port groups, or has no such priority. */
    UNSUPPORTED(3),
    /** The inquiry did not return a target port group. */
    NO_GROUP(4),
    /** REPORT TARGET PORT GROUPS failed. */
    NO_REPORT(5);

    private final int status;

    Failure(int status) {
      this.status = status;
    }

    /** The program's exit status. */
    int status() {
      return status;
    }
  }
}
