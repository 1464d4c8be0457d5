package org.polypath.dm;

import java.util.concurrent.CompletionStage;
import java.util.function.IntPredicate;

/**
 * Makes the calls that may wait, each on a thread that may, and goes on with the driver's thread.
 * Used on the driver's thread only. A stage fails with {@link TaskException}.
 */
final class MapCalls {
  private final WaitingCalls calls;
  private final UdevCookies cookies;
  private final DriverThread thread;

  MapCalls(WaitingCalls calls, UdevCookies cookies, DriverThread thread) {
    this.calls = calls;
    this.cookies = cookies;
    this.thread = thread;
  }

  CompletionStage<Void> suspend(String name, DeviceInfo device, boolean flush) {
    return waiting(() -> calls.suspend(name, device.number(), flush));
  }

  CompletionStage<Void> resume(String name, DeviceInfo device, boolean flush, UdevNotice notice) {
    return announced(notice, event -> calls.resume(name, device.number(), flush, event));
  }

  CompletionStage<Void> load(String name, DeviceInfo device, Target target, boolean readOnly) {
    return waiting(() -> calls.load(name, device.number(), target, readOnly));
  }

  CompletionStage<Void> remove(
      String name, DeviceInfo device, boolean deferred, UdevNotice notice) {
    return announced(notice, event -> calls.remove(name, device.number(), deferred, event));
  }

  CompletionStage<Void> message(String name, DeviceInfo device, String text) {
    return waiting(() -> calls.message(name, device.number(), text));
  }

  private CompletionStage<Void> waiting(Runnable call) {
    return thread.rejoin(
        thread.callWaiting(
            () -> {
              call.run();
              return null;
            }));
  }

  /** The event is counted before the call, and taken back if the kernel sent none. */
  private CompletionStage<Void> announced(UdevNotice notice, IntPredicate call) {
    int eventNumber = cookies.announce(notice);
    return thread
        .rejoin(thread.callWaiting(() -> call.test(eventNumber)))
        .whenComplete(
            (sent, failure) -> {
              boolean eventSent = failure == null && sent;
              if (!eventSent) {
                cookies.eventNotSent(notice.cookie());
              }
            })
        .thenAccept(sent -> {});
  }
}
