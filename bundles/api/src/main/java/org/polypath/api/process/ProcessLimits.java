package org.polypath.api.process;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.polypath.api.settings.Limit;

/** Limits of this process that a configuration may change. */
@ProviderType
public interface ProcessLimits {
  /**
   * Sets how many files the process may have open ({@code max_fds}). Any thread may call; returns
   * at once.
   *
   * @param files how many; {@link Limit#UNLIMITED} is the most the system gives a process ({@code
   *     fs.nr_open}), {@link Limit#UNSET} changes nothing
   * @return what was not done, and why, in a line each; empty if all was
   */
  List<String> openFiles(Limit files);
}
