package org.polypath.simulator.scsi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polypath.api.device.Bytes;

/**
 * What makes an array one of a vendor's, beside what the standard asks of every array. It keeps
 * nothing: all it knows of the array is in the view.
 */
public interface Personality {
  /**
   * A vendor's field of the standard INQUIRY data.
   *
   * @param offset where it begins, 36 or more
   * @param content what it holds
   */
  record Field(int offset, Bytes content) {}

  /** The vendor's fields of the standard INQUIRY data. */
  default List<Field> identification(PortView view) {
    return List.of();
  }

  /** The numbers of the vendor's own pages of vital product data. */
  default Set<Integer> pages() {
    return Set.of();
  }

  /** What follows the header of one of those pages. */
  default Bytes page(int number, PortView view) {
    return Bytes.EMPTY;
  }

  /** The answer to a command of the vendor's own; empty if it is none. */
  default Optional<Bytes> command(Bytes block, PortView view) {
    return Optional.empty();
  }

  /** Why a command that needs the medium is not done over this port; empty if it is. */
  default Optional<Sense> refusal(int operationCode, PortView view) {
    return Optional.empty();
  }
}
