package org.polypath.client.mpathconf;

import java.util.ArrayList;
import java.util.List;

/** A host that notes what it is told. */
final class FakeHost implements Host {
  final List<String> told = new ArrayList<>();
  boolean running;

  @Override
  public boolean isModuleLoaded() {
    return told.contains("load");
  }

  @Override
  public boolean isDaemonRunning() {
    return running;
  }

  @Override
  public void loadModule() {
    told.add("load");
  }

  @Override
  public void daemon(String verb) {
    told.add(verb);
  }

  @Override
  public String wwid(String device) {
    return device.equals("mpatha") ? "3600a" : device;
  }
}
