package org.polypath.linux.change;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.polypath.api.settings.Limit;
import org.polypath.api.settings.Limit.Mode;

/**
 * What has to be written to a remote port of Fibre Channel, and in which order, so that the kernel
 * takes it (drivers/scsi/scsi_transport_fc.c): fast_io_fail_tmo is less than dev_loss_tmo at any
 * time and at most 600; while it is off, dev_loss_tmo is at most 600.
 *
 * @param steps what to write, in this order
 * @param remarks what is written other than configured, and why
 */
record PortTimeouts(List<Step> steps, List<String> remarks) {
  static final String FAST_IO_FAIL = "fast_io_fail_tmo";
  static final String DEVICE_LOSS = "dev_loss_tmo";

  /** The kernel's {@code SCSI_DEVICE_BLOCK_MAX_TIMEOUT}, in seconds. */
  static final long LONGEST_BLOCK = 600;

  /** The kernel takes 600 too, but not while dev_loss_tmo is at most that. */
  static final long LONGEST_FAST_IO_FAIL = LONGEST_BLOCK - 1;

  /** The largest number that all kernels take for dev_loss_tmo: 68 years. */
  static final long FOR_EVER = Integer.MAX_VALUE;

  /** One attribute's new value. */
  record Step(String attribute, String value) {}

  /**
   * The values a port has now, in seconds.
   *
   * @param deviceLoss dev_loss_tmo
   * @param fastIoFail fast_io_fail_tmo; empty if it is off
   */
  record Current(long deviceLoss, OptionalLong fastIoFail) {}

  /**
   * Plans.
   *
   * @param fastIoFail the configured fast_io_fail_tmo
   * @param deviceLoss the configured dev_loss_tmo
   * @param leastDeviceLoss what dev_loss_tmo has to be at least, for no_path_retry's sake
   */
  static PortTimeouts plan(
      Limit fastIoFail, Limit deviceLoss, Limit leastDeviceLoss, Current current) {
    List<String> remarks = new ArrayList<>();
    long loss =
        raised(seconds(deviceLoss, current.deviceLoss()), leastDeviceLoss, deviceLoss, remarks);
    OptionalLong fast = fast(fastIoFail, loss, current, remarks);
    if (fast.isEmpty() && loss > LONGEST_BLOCK) {
      loss = LONGEST_BLOCK;
      remarks.add(
          "dev_loss_tmo is limited to 600, because fast_io_fail_tmo is off: set it to use more");
    }
    return new PortTimeouts(steps(fast, loss, current), List.copyOf(remarks));
  }

  private static long raised(long loss, Limit least, Limit configured, List<String> remarks) {
    long needed = seconds(least, 0);
    if (loss >= needed) {
      return loss;
    }
    if (configured.isSet()) {
      remarks.add(
          "dev_loss_tmo is raised to "
              + (needed == FOR_EVER ? "infinity" : needed)
              + ", because no_path_retry waits so long for the path");
    }
    return needed;
  }

  private static OptionalLong fast(
      Limit configured, long loss, Current current, List<String> remarks) {
    OptionalLong wanted =
        switch (configured.mode()) {
          case UNSET -> current.fastIoFail();
          case OFF, UNLIMITED -> OptionalLong.empty();
          case AMOUNT -> OptionalLong.of(Math.min(configured.amount(), LONGEST_FAST_IO_FAIL));
        };
    if (configured.mode() == Mode.AMOUNT && configured.amount() > LONGEST_FAST_IO_FAIL) {
      remarks.add("fast_io_fail_tmo is limited to 599, the most the kernel takes at any time");
    }
    if (wanted.isPresent() && wanted.getAsLong() >= loss) {
      remarks.add(
          "fast_io_fail_tmo is off, because "
              + wanted.getAsLong()
              + " is not less than the dev_loss_tmo of "
              + loss);
      return OptionalLong.empty();
    }
    return wanted;
  }

  /** In between, dev_loss_tmo is raised where the new fast_io_fail_tmo would not fit below it. */
  private static List<Step> steps(OptionalLong fast, long loss, Current current) {
    List<Step> steps = new ArrayList<>();
    long reached = current.deviceLoss();
    if (!fast.equals(current.fastIoFail())) {
      if (fast.isPresent() && fast.getAsLong() >= reached) {
        reached = fast.getAsLong() + 1;
        steps.add(new Step(DEVICE_LOSS, Long.toString(reached)));
      }
      String value = fast.isPresent() ? Long.toString(fast.getAsLong()) : "off";
      steps.add(new Step(FAST_IO_FAIL, value));
    }
    if (loss != reached) {
      steps.add(new Step(DEVICE_LOSS, Long.toString(loss)));
    }
    return List.copyOf(steps);
  }

  private static long seconds(Limit limit, long otherwise) {
    return switch (limit.mode()) {
      case UNSET -> otherwise;
      case OFF -> 0;
      case UNLIMITED -> FOR_EVER;
      case AMOUNT -> limit.amount();
    };
  }
}
