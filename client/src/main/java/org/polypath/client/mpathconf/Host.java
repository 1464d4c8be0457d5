package org.polypath.client.mpathconf;

/** The kernel module and the daemon of a host, and its maps. */
interface Host {
  /** Whether the kernel has multipath maps. */
  boolean isModuleLoaded();

  /** Whether a daemon answers. */
  boolean isDaemonRunning();

  /**
   * Loads the kernel module, if it is not loaded.
   *
   * @throws IllegalArgumentException if that fails
   */
  void loadModule();

  /**
   * Has the service manager do something with the daemon.
   *
   * @param verb {@code start}, {@code stop} or {@code reload}
   * @throws IllegalArgumentException if that fails
   */
  void daemon(String verb);

  /**
   * The WWID of a map: by its number or name if there is such a map, else it is one.
   *
   * @throws IllegalArgumentException if there is no map of a number
   */
  String wwid(String device);
}
