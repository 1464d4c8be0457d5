package org.polypath.client.project;

import java.util.Optional;

/** The version of Polypath that a project is made for: that of the jar with this class. */
final class PlatformVersion {
  private static final String UNRELEASED = "0.1.0-SNAPSHOT";

  private PlatformVersion() {}

  static String text() {
    return Optional.ofNullable(PlatformVersion.class.getPackage().getImplementationVersion())
        .orElse(UNRELEASED);
  }
}
