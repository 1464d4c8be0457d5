package org.polypath.api.map;

import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/** Something to be done to a map; which one it is, its WWID says beside it. */
@ProviderType
public sealed interface MapOperation {
  /**
   * The name of the map, as it was called when the operation was given; of a new map, the name it
   * gets. A map that is there is not looked for by it.
   */
  String name();

  /** Calls the method of the visitor that fits. */
  <R> R accept(Visitor<R> visitor);

  /** One method for each operation, so that a forgotten one does not compile. */
  @ProviderType
  interface Visitor<R> {
    /** A new map. */
    R create(Create operation);

    /** A new table for a map. */
    R reload(Reload operation);

    /** A new name for a map. */
    R rename(Rename operation);

    /** Stop I/O. */
    R suspend(Suspend operation);

    /** Let I/O go on. */
    R resume(Resume operation);

    /** Remove a map. */
    R remove(Remove operation);

    /** A message to a map. */
    R message(Message operation);
  }

  /**
   * Creates a map and waits until udev has made its node.
   *
   * @param name its name
   * @param table its table
   * @param readOnly whether it is read-only; a driver also falls back to read-only where all paths
   *     are
   * @param hints for udev
   * @param patience how long udev is waited for, more than 0; then the driver makes the node itself
   */
  record Create(
      String name, MultipathTable table, boolean readOnly, UdevHints hints, Duration patience)
      implements MapOperation {
    /** How long udev is usually waited for. */
    public static final Duration USUAL_PATIENCE = Duration.ofSeconds(30);

    /** With the usual patience. */
    public Create(String name, MultipathTable table, boolean readOnly, UdevHints hints) {
      this(name, table, readOnly, hints, USUAL_PATIENCE);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.create(this);
    }
  }

  /**
   * Loads a table and resumes the map on it, without waiting for I/O under way where the size is
   * the same.
   *
   * @param name the map's name
   * @param table the new table
   * @param readOnly whether it is read-only
   * @param hints for udev
   */
  record Reload(String name, MultipathTable table, boolean readOnly, UdevHints hints)
      implements MapOperation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.reload(this);
    }
  }

  /**
   * Gives a map another name.
   *
   * @param name the name it has
   * @param newName the name it gets
   */
  record Rename(String name, String newName) implements MapOperation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.rename(this);
    }
  }

  /**
   * Suspends a map.
   *
   * @param name the map's name
   * @param flush whether I/O under way is waited for
   */
  record Suspend(String name, boolean flush) implements MapOperation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.suspend(this);
    }
  }

  /**
   * Resumes a map.
   *
   * @param name the map's name
   */
  record Resume(String name) implements MapOperation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.resume(this);
    }
  }

  /**
   * Removes a map, its partition maps first.
   *
   * @param name the map's name
   * @param deferred whether a map in use goes when its last user does, instead of {@link
   *     MapOutcome.Refusal#BUSY}
   */
  record Remove(String name, boolean deferred) implements MapOperation {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.remove(this);
    }
  }

  /**
   * Sends a message to a map (kernel Documentation/admin-guide/device-mapper/dm-mpath.rst).
   *
   * @param name the map's name
   * @param text for instance {@code fail_path 8:0}
   */
  record Message(String name, String text) implements MapOperation {
    /**
     * Lets a map stay that was to go with its last user, its partition maps with it (kernel
     * drivers/md/dm-ioctl.c, {@code message_for_md}).
     */
    public static final String KEEP = "@cancel_deferred_remove";

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.message(this);
    }
  }
}
