package org.polypath.api.path;

/**
 * Asymmetric access support of a logical unit: the TPGS field of standard INQUIRY data (SPC-4
 * 6.6.2).
 */
public enum TargetPortGroupSupport {
  /** No asymmetric access. */
  NONE,
  /** The array changes states by itself. */
  IMPLICIT,
  /** Only SET TARGET PORT GROUPS changes states. */
  EXPLICIT,
  /** Both. */
  BOTH;

  /** Reads bits 4 and 5 of byte 5 of standard INQUIRY data, given that byte. */
  public static TargetPortGroupSupport ofInquiryByte5(int byte5) {
    return values()[(byte5 >> 4) & 3];
  }

  /** Whether REPORT TARGET PORT GROUPS answers. */
  public boolean isSupported() {
    return this != NONE;
  }
}
