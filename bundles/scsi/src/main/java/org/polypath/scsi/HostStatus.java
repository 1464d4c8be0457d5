package org.polypath.scsi;

/** What the kernel's host adapter driver says of a command (include/scsi/scsi_status.h, DID_*). */
public enum HostStatus {
  /** No trouble. */
  OK,
  /** The target could not be reached in time. */
  NO_CONNECT,
  /** The bus stayed busy. */
  BUS_BUSY,
  /** The command ran out of time. */
  TIME_OUT,
  /** No such target. */
  BAD_TARGET,
  /** Told to abort. */
  ABORT,
  /** Parity error. */
  PARITY,
  /** An internal error. */
  ERROR,
  /** The bus or device was reset. */
  RESET,
  /** An interrupt that nobody expected. */
  BAD_INTERRUPT,
  /** Passed through without the middle layer's handling. */
  PASSTHROUGH,
  /** The driver wants the command tried again. */
  SOFT_ERROR,
  /** Try again without counting. */
  IMMEDIATE_RETRY,
  /** Put back into the queue. */
  REQUEUE,
  /** The transport was interrupted; its error recovery runs. */
  TRANSPORT_DISRUPTED,
  /** The transport gave the port up. */
  TRANSPORT_FAILFAST,
  /** The target failed for good; another path would not help. */
  TARGET_FAILURE,
  /** The connection between this host and the target failed. */
  NEXUS_FAILURE,
  /** No space left on a thinly provisioned unit. */
  ALLOCATION_FAILURE,
  /** The medium failed. */
  MEDIUM_ERROR,
  /** The transport runs, but badly. */
  TRANSPORT_MARGINAL,
  /** A code this version does not know. */
  UNKNOWN;

  /** The status of a host byte. */
  public static HostStatus of(int code) {
    return code >= 0 && code < values().length ? values()[code] : UNKNOWN;
  }
}
