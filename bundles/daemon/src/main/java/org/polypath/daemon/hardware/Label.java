package org.polypath.daemon.hardware;

import org.osgi.framework.Bundle;
import org.polypath.api.settings.Finding;
import org.polypath.api.settings.Finding.Severity;

/** How bundles are called in findings and origins. */
final class Label {
  private Label() {}

  static String of(Bundle bundle) {
    return "bundle " + symbolicName(bundle) + " " + bundle.getVersion();
  }

  /** Old bundles may have none. */
  static String symbolicName(Bundle bundle) {
    return bundle.getSymbolicName() == null
        ? Long.toString(bundle.getBundleId())
        : bundle.getSymbolicName();
  }

  static Finding warning(String name, String text, String instead) {
    return new Finding(Severity.WARNING, name, 0, text, instead);
  }
}
