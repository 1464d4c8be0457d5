package org.polypath.scsi;

import java.util.List;

/**
 * The priority of a path by the access state of its target port group, the same whether the state
 * comes from the array or from the kernel.
 */
public final class AccessPriority {
  /** The argument that makes a preferred path better than any other. */
  public static final String EXCLUSIVE_PREFERENCE = "exclusive_pref_bit";

  private static final int PREFERRED = 80;

  private AccessPriority() {}

  /**
   * The priority.
   *
   * @param state the group's access state
   * @param preferred whether the array would rather have the group used
   * @param arguments the prioritizer's arguments: with {@value #EXCLUSIVE_PREFERENCE} among them
   *     the preference counts for an optimized path too, and so sets it above other optimized ones
   * @return 0 to 130
   */
  public static int of(AccessState state, boolean preferred, String arguments) {
    boolean exclusive = List.of(arguments.split("\\s+")).contains(EXCLUSIVE_PREFERENCE);
    boolean counts = preferred && (exclusive || state != AccessState.OPTIMIZED);
    return base(state) + (counts ? PREFERRED : 0);
  }

  private static int base(AccessState state) {
    return switch (state) {
      case OPTIMIZED -> 50;
      case NON_OPTIMIZED -> 10;
      case LBA_DEPENDENT -> 5;
      case STANDBY -> 1;
      case UNAVAILABLE, OFFLINE, TRANSITIONING, RESERVED -> 0;
    };
  }
}
