package org.polypath.config.model;

import org.polypath.config.syntax.Place;

/**
 * The settings of one map.
 *
 * @param wwid the map's WWID as written
 * @param values what is set
 * @param place where it begins
 */
public record MultipathEntry(String wwid, Values values, Place place) {
  /** This and a later one for the same map, which beats this one. */
  public MultipathEntry merge(MultipathEntry later) {
    return new MultipathEntry(wwid, values.merge(later.values), place);
  }
}
