package org.polypath.daemon.plugin;

import java.util.concurrent.atomic.AtomicInteger;

/** A plug-in's service, where it came from, and how often it went wrong. Any thread may call. */
public final class ServingPlugin<T> {
  private final T service;
  private final String name;
  private final String bundle;
  private final String version;
  private final AtomicInteger faults = new AtomicInteger();
  private final AtomicInteger blocked = new AtomicInteger();

  ServingPlugin(T service, String name, String bundle, String version) {
    this.service = service;
    this.name = name;
    this.bundle = bundle;
    this.version = version;
  }

  /** The service itself; not to be kept beyond one call. */
  public T service() {
    return service;
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** How it is called in reasons and log lines: bundle and version. */
  public String label() {
    return bundle + " " + version;
  }

  /** Counts a fault. */
  public void countFault() {
    faults.incrementAndGet();
  }

  /** Calls that have held their thread for too long and still do. */
  int blockedCalls() {
    return blocked.get();
  }

  void blocked(int more) {
    blocked.addAndGet(more);
  }

  String bundle() {
    return bundle;
  }

  String version() {
    return version;
  }

  int faults() {
    return faults.get();
  }
}
