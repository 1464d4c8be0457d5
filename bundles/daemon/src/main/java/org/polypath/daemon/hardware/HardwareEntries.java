package org.polypath.daemon.hardware;

import java.util.List;
import org.polypath.api.settings.Finding;
import org.polypath.config.SourceText;

/**
 * What plug-ins know of arrays, at one moment.
 *
 * @param texts hardware entries, weak ones first
 * @param findings plug-ins whose entries could not be had, and why
 */
public record HardwareEntries(List<SourceText> texts, List<Finding> findings) {
  /** Copies the lists. */
  public HardwareEntries {
    texts = List.copyOf(texts);
    findings = List.copyOf(findings);
  }
}
