package org.polypath.dm;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Stops a map's I/O and lets it go on, each on a thread that may wait for the I/O. */
final class Suspension {
  private final DeviceMapper mapper;
  private final SuspendCall call;
  private final UdevWork udev;
  private final DriverThread thread;

  Suspension(DeviceMapper mapper, SuspendCall call, UdevWork udev, DriverThread thread) {
    this.mapper = mapper;
    this.call = call;
    this.udev = udev;
    this.thread = thread;
  }

  CompletionStage<Void> suspend(String name, DeviceInfo device, boolean flush) {
    return thread.rejoin(
        thread.callWaiting(
            () -> {
              call.suspend(name, device.number(), flush);
              return null;
            }));
  }

  /** Resumes as work of its own, which is done when udev is. */
  CompletionStage<Void> resume(String name, DeviceInfo device, boolean flush, int flags) {
    return udev.run(name, List.of(), flags, notice -> resume(name, device, flush, notice));
  }

  /** Resumes as a part of other work. */
  CompletionStage<Void> resume(String name, DeviceInfo device, boolean flush, UdevNotice notice) {
    int eventNumber = mapper.announceResume(notice);
    CompletableFuture<Boolean> resumed =
        thread.callWaiting(() -> call.resume(name, device.number(), flush, eventNumber));
    return thread
        .rejoin(resumed)
        .whenComplete(
            (sent, failure) -> {
              boolean eventSent = failure == null && sent;
              if (!eventSent) {
                mapper.eventNotSent(notice.cookie());
              }
            })
        .thenAccept(sent -> {});
  }
}
