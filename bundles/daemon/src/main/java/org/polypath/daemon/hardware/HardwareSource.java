package org.polypath.daemon.hardware;

import java.util.Comparator;
import java.util.List;
import org.osgi.framework.Version;
import org.polypath.api.settings.Finding;
import org.polypath.config.SourceText;

/**
 * The hardware entries of one bundle or service.
 *
 * @param name the file in the bundle, or {@code service}
 * @param order lower ones are weaker
 * @param bundle symbolic name of the bundle they come from
 * @param version that bundle's version
 * @param number the container's number of it: two may have one version
 * @param texts the entries, weak ones first
 * @param findings why some could not be had
 */
record HardwareSource(
    String name,
    int order,
    String bundle,
    Version version,
    long number,
    List<SourceText> texts,
    List<Finding> findings) {
  /** Weak ones first. */
  static final Comparator<HardwareSource> WEAK_FIRST =
      Comparator.comparingInt(HardwareSource::order)
          .thenComparing(HardwareSource::bundle)
          .thenComparing(HardwareSource::version);

  /** Copies the lists. */
  HardwareSource {
    texts = List.copyOf(texts);
    findings = List.copyOf(findings);
  }
}
