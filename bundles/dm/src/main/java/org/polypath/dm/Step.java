package org.polypath.dm;

import org.polypath.api.map.MapOutcome.Refusal;

/** What is asked of the kernel, and what its error numbers mean there. */
public enum Step {
  /** Find out about devices. */
  LOOK_UP("look up", Refusal.BUSY, Refusal.NOT_FOUND),
  /** Make a device without a table. */
  CREATE("create", Refusal.NAME_TAKEN, Refusal.NOT_FOUND),
  /** Load a table for a device that is there. */
  LOAD("load a table for", Refusal.PATH_UNAVAILABLE, Refusal.PATH_UNAVAILABLE),
  /** Drop a loaded table. */
  CLEAR("drop the loaded table of", Refusal.BUSY, Refusal.NOT_FOUND),
  /** Stop I/O. */
  SUSPEND("suspend", Refusal.BUSY, Refusal.NOT_FOUND),
  /** Let I/O go on. */
  RESUME("resume", Refusal.BUSY, Refusal.NOT_FOUND),
  /** Give a name. */
  RENAME("rename", Refusal.NAME_TAKEN, Refusal.NOT_FOUND),
  /** Remove a device. */
  REMOVE("remove", Refusal.BUSY, Refusal.NOT_FOUND),
  /** Send a message to a device that is there. */
  MESSAGE("send a message to", Refusal.BUSY, Refusal.PATH_UNAVAILABLE),
  /** Make a node. */
  MAKE_NODE("make the node of", Refusal.BUSY, Refusal.NOT_FOUND),
  /** Have udev answer. */
  COOKIE("make a udev cookie for", Refusal.OTHER, Refusal.OTHER);

  private final String words;
  private final Refusal whenBusy;
  private final Refusal whenMissing;

  Step(String words, Refusal whenBusy, Refusal whenMissing) {
    this.words = words;
    this.whenBusy = whenBusy;
    this.whenMissing = whenMissing;
  }

  /** What is tried, to be followed by the device's name. */
  public String words() {
    return words;
  }

  /** What an error number means at this step. */
  public Refusal refusal(int errno) {
    return switch (errno) {
      case Errno.EBUSY, Errno.EEXIST -> whenBusy;
      case Errno.ENXIO, Errno.ENODEV, Errno.ENOENT -> whenMissing;
      case Errno.EPERM, Errno.EACCES -> Refusal.NO_PERMISSION;
      case Errno.EINVAL, Errno.EROFS -> Refusal.INVALID;
      default -> Refusal.OTHER;
    };
  }
}
