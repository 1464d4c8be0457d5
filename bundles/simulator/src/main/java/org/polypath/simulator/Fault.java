package org.polypath.simulator;

import java.time.Duration;

/** Something that happens to the SAN: it breaks, is mended, or the array changes its mind. */
public sealed interface Fault {
  /** Calls the method of the visitor that fits. */
  <R> R accept(Visitor<R> visitor);

  /** One method for each fault, so that a forgotten one does not compile. */
  interface Visitor<R> {
    /** A part's link is cut. */
    R cut(Cut fault);

    /** A part works again. */
    R mend(Mend fault);

    /** Everything works again. */
    R mendAll(MendAll fault);

    /** A part answers late. */
    R slow(Slow fault);

    /** A part answers no more. */
    R hang(Hang fault);

    /** A path's device is set offline. */
    R offline(Offline fault);

    /** A target port group changes its access state. */
    R access(Access fault);

    /** A LUN is taken away from the host. */
    R unmap(Unmap fault);

    /** A LUN is given to the host again. */
    R map(MapUnit fault);

    /** Another controller serves a LUN. */
    R transfer(Transfer fault);

    /** A LUN changes its size. */
    R resize(Resize fault);

    /** The host deletes a path's device. */
    R delete(Delete fault);

    /** The host looks for deleted devices. */
    R rescan(Rescan fault);
  }

  /**
   * Cuts a link. Commands fail: on a path alone with host status 1 (DID_NO_CONNECT) while its
   * device stays {@code running}; on a port, controller or adapter with 15
   * (DID_TRANSPORT_FAILFAST), and the devices behind it become {@code transport-offline}.
   */
  record Cut(Part part) implements Fault {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.cut(this);
    }
  }

  /** Takes back every fault of a part (not of the parts around it). */
  record Mend(Part part) implements Fault {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.mend(this);
    }
  }

  /** Takes back every cut, delay, hang and offline of all parts, and maps all LUNs. */
  record MendAll() implements Fault {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.mendAll(this);
    }
  }

  /**
   * Delays every command over a part.
   *
   * @param delay added to each command, 0 or more
   */
  record Slow(Part part, Duration delay) implements Fault {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.slow(this);
    }
  }

  /** Lets commands over a part go unanswered until their timeout. */
  record Hang(Part part) implements Fault {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.hang(this);
    }
  }

  /** Sets a path's device {@code offline}, as writing to sysfs {@code state} does. */
  record Offline(String path) implements Fault {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.offline(this);
    }
  }

  /**
   * Changes a target port group's state; paths of that array get unit attention 2Ah/06h.
   *
   * @param array the array's name
   * @param group the group's number
   */
  record Access(String array, int group, AccessState state) implements Fault {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.access(this);
    }
  }

  /** Takes a LUN away: commands get ILLEGAL REQUEST 25h/00h, the devices stay. */
  record Unmap(String array, long lun) implements Fault {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unmap(this);
    }
  }

  /** Gives a LUN back; its paths get unit attention 3Fh/0Eh. */
  record MapUnit(String array, long lun) implements Fault {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.map(this);
    }
  }

  /**
   * Has another controller serve a LUN, where the array's personality makes a difference of that.
   *
   * @param array the array's name
   * @param controller the controller's name within the array
   */
  record Transfer(String array, long lun, String controller) implements Fault {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.transfer(this);
    }
  }

  /**
   * Changes a LUN's size; its paths get unit attention 2Ah/09h and a change event.
   *
   * @param bytes the new size, a multiple of 512
   */
  record Resize(String array, long lun, long bytes) implements Fault {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.resize(this);
    }
  }

  /** Deletes a path's device, as writing to sysfs {@code delete} does. */
  record Delete(String path) implements Fault {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.delete(this);
    }
  }

  /** Finds deleted devices again, under their old names. */
  record Rescan() implements Fault {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.rescan(this);
    }
  }
}
