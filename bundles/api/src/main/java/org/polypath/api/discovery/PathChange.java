package org.polypath.api.discovery;

import org.osgi.annotation.versioning.ProviderType;
import org.polypath.api.settings.Limit;
import org.polypath.api.settings.TransportSettings;

/** Something to be changed about a path in the kernel. None of these sends I/O to the disk. */
@ProviderType
public sealed interface PathChange {
  /** Calls the method of the visitor that fits. */
  <R> R accept(Visitor<R> visitor);

  /** One method for each change, so that a forgotten one does not compile. */
  @ProviderType
  interface Visitor<R> {
    /** Timeouts of its transport. */
    R timeouts(Timeouts change);

    /** An event for udev. */
    R retrigger(Retrigger change);

    /** The size of its requests. */
    R transferLimit(TransferLimit change);

    /** Its size read anew. */
    R rescan(Rescan change);

    /** The device taken out. */
    R delete(Delete change);
  }

  /**
   * Sets the timeouts of the path's transport, and of the SCSI host and device; what is not set
   * stays as it is.
   *
   * @param settings what is configured
   * @param leastDeviceLoss how long at least the remote port has to stay, in seconds, because I/O
   *     waits for it ({@code no_path_retry}); {@link Limit#UNSET} if none does
   */
  record Timeouts(TransportSettings settings, Limit leastDeviceLoss) implements PathChange {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.timeouts(this);
    }
  }

  /**
   * Has udev run its rules for the path once more.
   *
   * @param event as which
   */
  record Retrigger(Event event) implements PathChange {
    /** What udev's rules are told. */
    public enum Event {
      /** The path is new: all that is known of it is found out anew. */
      ADD,
      /** Something about the path is other than before. */
      CHANGE
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.retrigger(this);
    }
  }

  /**
   * Limits how much one request of the path transfers ({@code max_sectors_kb}).
   *
   * @param kilobytes the limit, at least 1
   */
  record TransferLimit(int kilobytes) implements PathChange {
    /** Checks the bounds. */
    public TransferLimit {
      if (kilobytes < 1) {
        throw new IllegalArgumentException("a transfer limit of " + kilobytes + " kB");
      }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.transferLimit(this);
    }
  }

  /** Has the kernel ask the disk for its size; a new one comes as an event of the path. */
  record Rescan() implements PathChange {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.rescan(this);
    }
  }

  /** Has the kernel forget the device, until its host is scanned again. */
  record Delete() implements PathChange {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.delete(this);
    }
  }
}
