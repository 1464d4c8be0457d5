package org.polypath.lab.scenario;

import org.polypath.lab.Guest;
import org.polypath.lab.bench.AluaState;
import org.polypath.lab.bench.IscsiControllers;
import org.polypath.lab.bench.IscsiControllers.Controller;
import org.polypath.lab.bench.LioTarget;
import org.polypath.lab.bench.ScsiPaths;

/** An array whose two controllers offer a disk; a second disk is on none of them at first. */
final class SanArray {
  private static final int STEP_MEGABYTES = 16;

  private final Guest guest;
  private final LioTarget disk;
  private final LioTarget stranger;
  private final IscsiControllers controllers;
  private int megabytes = 64;

  private SanArray(Guest guest, LioTarget disk, LioTarget stranger, IscsiControllers controllers) {
    this.guest = guest;
    this.disk = disk;
    this.stranger = stranger;
    this.controllers = controllers;
  }

  static SanArray create(Guest guest) {
    LioTarget stranger = LioTarget.create(guest, "stranger", "4a1b2c3d-0012");
    LioTarget disk = LioTarget.create(guest, "4a1b2c3d-0011");
    disk.portGroup(Controller.LEFT.portGroup(), 1, AluaState.OPTIMIZED);
    disk.portGroup(Controller.RIGHT.portGroup(), 2, AluaState.NON_OPTIMIZED);
    return new SanArray(guest, disk, stranger, IscsiControllers.connect(guest, disk));
  }

  IscsiControllers controllers() {
    return controllers;
  }

  String pathOver(Controller controller) {
    return controllers.pathOver(controller);
  }

  /** Has one controller serve the disk with preference; the other one gets the state given. */
  void moveTo(Controller controller, AluaState other) {
    disk.setState(controller.other().portGroup(), other);
    disk.setState(controller.portGroup(), AluaState.OPTIMIZED);
  }

  /** Leaves nothing behind a controller. */
  void withdraw(Controller controller) {
    controllers.withdraw(controller);
  }

  /** Puts the second disk in the place of the first, for one controller. */
  void exchange(Controller controller) {
    controllers.present(controller, stranger);
  }

  /** Puts the disk in its place again. */
  void present(Controller controller) {
    controllers.present(controller, disk);
    controllers.joinPortGroup(controller);
  }

  /** Whether nothing was ever written to the second disk. */
  boolean strangerIsUntouched() {
    return stranger.isUntouched();
  }

  /** Makes the disk larger; answers its size in sectors. */
  long grow() {
    megabytes += STEP_MEGABYTES;
    disk.grow(megabytes);
    controllers.readSizesAgain();
    return megabytes * 2048L;
  }

  /** Undoes all that events do, whatever was done. */
  void restore() {
    for (Controller controller : Controller.values()) {
      controllers.withdraw(controller);
      present(controller);
      controllers.scan(controller);
    }
    moveTo(Controller.LEFT, AluaState.NON_OPTIMIZED);
    guest.run("udevadm settle -t 30");
    controllers.paths().forEach(path -> ScsiPaths.running(guest, path));
  }
}
