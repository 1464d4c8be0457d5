package org.polypath.config.read;

import java.util.List;
import org.polypath.api.settings.Finding;
import org.polypath.config.model.Sections;

/** Reads files one after the other into sections. Used by one thread. */
public final class SectionReader {
  private final Findings findings = new Findings();
  private final Merge merge = new Merge(findings);

  /** Starts with findings that have come up before. */
  public SectionReader(List<Finding> before) {
    before.forEach(findings::add);
  }

  /** Reads one file; it beats those before. */
  public void read(String file, String text) {
    merge.add(new BodyParser(file, text, findings).parse());
  }

  /** What the files so far say. */
  public Sections sections() {
    return merge.sections();
  }

  /** What is wrong in the files so far. */
  public List<Finding> findings() {
    return findings.all();
  }
}
