package org.polypath.api.settings;

/**
 * What the kernel is told about a path's transport and its SCSI device. They hold for one path:
 * section {@code protocol} may say them by transport.
 *
 * @param fastIoFail how long after the loss of the remote port its I/O fails, in seconds; {@link
 *     Limit#OFF} if it is to wait until the port is removed ({@code fast_io_fail_tmo})
 * @param deviceLoss how long after its loss the remote port is removed, in seconds, or {@link
 *     Limit#UNLIMITED} ({@code dev_loss_tmo})
 * @param errorHandling how long the SCSI error handler may try before it resets the host, in
 *     seconds, or {@link Limit#OFF} ({@code eh_deadline})
 * @param retries how often the kernel repeats a failed command, 0 to 5, or {@link Limit#UNLIMITED},
 *     which is the kernel's -1 ({@code max_retries}, where {@code off} says so)
 */
public record TransportSettings(
    Setting<Limit> fastIoFail,
    Setting<Limit> deviceLoss,
    Setting<Limit> errorHandling,
    Setting<Limit> retries) {
  /** What holds where nothing is configured. */
  public static final TransportSettings BUILT_IN =
      new TransportSettings(
          Setting.builtIn(Limit.of(5)),
          Setting.builtIn(Limit.UNSET),
          Setting.builtIn(Limit.UNSET),
          Setting.builtIn(Limit.UNSET));
}
