package org.polypath.api.map;

import org.osgi.annotation.versioning.ProviderType;

/** Told of changes among the kernel's maps. Returns at once. */
@ProviderType
public interface MapListener {
  /**
   * Something happened to a map: a path failed, its table changed, it came or went. Read it anew.
   */
  void changed(String name);
}
