package org.polypath.client.path;

import java.nio.file.Path;
import org.polypath.api.device.PathDevice;

/** The host whose paths are asked: the real one, or a test's. */
interface Host {
  /**
   * The path that a command line means.
   *
   * @param folder where names of devices are looked for
   * @param argument a path, a name, or {@code major:minor}
   * @throws PathProgramException if there is none
   */
  PathDevice device(Path folder, String argument) throws PathProgramException;
}
