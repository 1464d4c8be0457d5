package org.polypath.api.discovery;

import org.osgi.annotation.versioning.ProviderType;
import org.polypath.api.path.PathFacts;

/** Told of changes among the paths. Returns at once. */
@ProviderType
public interface DiscoveryListener {
  /** A path is there, new or with other facts than before. */
  void found(PathFacts facts);

  /** A path is gone. */
  void lost(String name);

  /** Changes may have been missed: scan again. */
  void overflowed();
}
