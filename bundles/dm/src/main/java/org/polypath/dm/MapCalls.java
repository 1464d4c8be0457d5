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

  CompletionStage<Void> suspend(DeviceInfo device, boolean flush) {
    return waiting(() -> calls.suspend(device, flush));
  }

  CompletionStage<Void> resume(DeviceInfo device, boolean flush, UdevNotice notice) {
    return announced(notice, event -> calls.resume(device, flush, event));
  }

  CompletionStage<Void> load(DeviceInfo device, Target target, boolean readOnly) {
    return waiting(() -> calls.load(device, target, readOnly));
  }

  CompletionStage<Void> remove(DeviceInfo device, boolean deferred, UdevNotice notice) {
    return announced(notice, event -> calls.remove(device, deferred, event));
  }

  CompletionStage<Void> message(DeviceInfo device, String text) {
    return waiting(() -> calls.message(device, text));
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
