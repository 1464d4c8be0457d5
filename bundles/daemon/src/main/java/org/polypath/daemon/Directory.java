package org.polypath.daemon;

import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polypath.api.platform.PluginDirectory;
import org.polypath.daemon.hardware.HardwareRegistry;
import org.polypath.daemon.plugin.PluginRegistry;
import org.polypath.daemon.state.NameStores;

/** The plug-ins of every kind that the daemon calls, whoever keeps them. Any thread may call. */
@Component(immediate = true, service = PluginDirectory.class)
public final class Directory implements PluginDirectory {
  private final PluginRegistry called;
  private final HardwareRegistry hardware;
  private final NameStores stores;
  private final Sources sources;

  /** Of these. */
  @Activate
  public Directory(
      @Reference PluginRegistry called,
      @Reference HardwareRegistry hardware,
      @Reference NameStores stores,
      @Reference Sources sources) {
    this.called = called;
    this.hardware = hardware;
    this.stores = stores;
    this.sources = sources;
  }

  @Override
  public List<Plugin> plugins() {
    return Stream.of(called.plugins(), hardware.plugins(), stores.plugins(), sources.plugins())
        .flatMap(List::stream)
        .toList();
  }
}
