package org.polypath.dm;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

/** A control node on which a test makes events. */
final class FakeControlNode implements ControlNode {
  private final List<String> calls;
  private final LinkedBlockingQueue<Boolean> wakeUps = new LinkedBlockingQueue<>();

  FakeControlNode(List<String> calls) {
    this.calls = calls;
  }

  void event() {
    wakeUps.add(true);
  }

  @Override
  public void arm() {
    calls.add("arm");
  }

  @Override
  public boolean await() {
    try {
      return wakeUps.take();
    } catch (InterruptedException e) {
      return false;
    }
  }

  @Override
  public void close() {
    calls.add("close control");
    wakeUps.add(false);
  }
}
