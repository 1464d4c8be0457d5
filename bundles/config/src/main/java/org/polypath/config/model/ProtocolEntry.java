package org.polypath.config.model;

import org.polypath.config.syntax.Place;

/**
 * Timeouts of one transport.
 *
 * @param type the transport's word
 * @param values what is set
 * @param place where it begins
 */
public record ProtocolEntry(String type, Values values, Place place) {
  /** This and a later one for the same transport, which beats this one. */
  public ProtocolEntry merge(ProtocolEntry later) {
    return new ProtocolEntry(type, values.merge(later.values), place);
  }
}
