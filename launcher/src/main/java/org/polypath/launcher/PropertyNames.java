package org.polypath.launcher;

/** Names of the framework properties by which launcher, clients and bundles agree. */
public final class PropertyNames {
  /** {@code daemon}, {@code console} or {@code once}. */
  public static final String MODE = "polypath.mode";

  /**
   * Where paths and maps come from: {@code linux} or {@code simulator}; {@code none} for a process
   * that only wants to know the host's configuration.
   */
  public static final String SOURCE = "polypath.source";

  /** The distribution's folder. */
  public static final String HOME = "polypath.home";

  /** Folder for what lives as long as the process: sockets, the container's own storage. */
  public static final String RUN = "polypath.run";

  /** The configuration file. */
  public static final String CONFIG_FILE = "polypath.config.file";

  /** Folder of further configuration files. */
  public static final String CONFIG_DIRECTORY = "polypath.config.directory";

  /** Folder of the bindings and wwids files. */
  public static final String STATE_DIRECTORY = "polypath.state.directory";

  /** Folder of the markers that udev's rules look for. */
  public static final String RUN_MULTIPATH = "polypath.run.multipath";

  /** Addresses that the control bundle listens on, comma-separated; empty for none. */
  public static final String SOCKETS = "polypath.sockets";

  /** Path of the Gogo socket; empty for none. */
  public static final String SHELL_SOCKET = "polypath.shell.socket";

  /** Folder whose jars are deployed. */
  public static final String DEPLOY_DIRECTORY = "polypath.deploy.directory";

  /** 0 (errors only) to 4 (everything). */
  public static final String VERBOSITY = "polypath.verbosity";

  /** {@code true} when log lines carry no time. */
  public static final String LOG_WITHOUT_TIME = "polypath.log.without.time";

  /** The file whose lock keeps a second daemon out; empty for no lock. */
  public static final String PID_FILE = "polypath.pid.file";

  /** Whether paths are checked and ranked. */
  public static final String CORE_CHECKS = "polypath.core.checks";

  /** Whether maps may be changed: {@code true}, {@code false}, or only by {@code commands}. */
  public static final String CORE_ACT = "polypath.core.act";

  /** Whether I/O may be left waiting for a path. */
  public static final String CORE_QUEUE = "polypath.core.queue";

  /** Whether no map gets a new generated name. */
  public static final String BINDINGS_READ_ONLY = "polypath.bindings.read.only";

  /** The one map that may be changed unasked; empty for all. */
  public static final String CORE_ONLY = "polypath.core.only";

  private PropertyNames() {}
}
