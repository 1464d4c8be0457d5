package org.polypath.core;

import org.polypath.api.path.Wwid;

/**
 * Why a path is kept out of every map: it led to another disk than everybody believed.
 *
 * @param believed the WWID it was known by
 * @param found the identification that the device gave
 */
record Quarantine(Wwid believed, Wwid found) {
  /** One line. */
  String text() {
    return "quarantined: it leads to " + found + " now, not to " + believed;
  }
}
