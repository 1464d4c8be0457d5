package org.polypath.deployer;

/** A file is not put into service. The message says why, in words for the one who copied it. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean lasting;

  RefusedException(String reason) {
    super(reason);
    lasting = false;
  }

  RefusedException(String reason, Throwable cause) {
    super(reason, cause);
    lasting = false;
  }

  private RefusedException(String reason, boolean lasting) {
    super(reason);
    this.lasting = lasting;
  }

  /** To try this again would do harm again. */
  static RefusedException lasting(String reason) {
    return new RefusedException(reason, true);
  }

  /** Whether the same bytes are not tried again until somebody accepts them. */
  boolean isLasting() {
    return lasting;
  }
}
