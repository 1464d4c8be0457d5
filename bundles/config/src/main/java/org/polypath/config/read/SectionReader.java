package org.polypath.config.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.polypath.api.settings.Finding;
import org.polypath.config.model.Sections;
import org.polypath.config.property.Section;

/** Reads files one after the other into sections. Used by one thread. */
public final class SectionReader {
  private final Findings findings = new Findings();
  private final Merge merge = new Merge(findings);
  private final Set<String> policies;

  /**
   * Starts.
   *
   * @param before findings that have come up before
   * @param policies names of the grouping policies that plug-ins bring
   */
  public SectionReader(List<Finding> before, Set<String> policies) {
    before.forEach(findings::add);
    this.policies = policies;
  }

  /** Reads one file; it beats those before. */
  public void read(String file, String text) {
    merge.add(new BodyParser(file, text, policies, findings).parse());
  }

  /**
   * Reads the hardware entries of a plug-in: its {@code devices} count, and nothing else, for a
   * plug-in has no say in other hardware's settings.
   */
  public void readHardware(String file, String text) {
    Body all = new BodyParser(file, text, policies, findings).parse();
    List<Body> devices = new ArrayList<>();
    for (Body child : all.children()) {
      if (child.section() == Section.DEVICES) {
        devices.add(child);
      } else {
        findings.warn(
            child.place(),
            "section " + child.section().keyword() + " in a plug-in's hardware entries",
            "section ignored: write a section devices");
      }
    }
    merge.add(new Body(all.section(), all.place(), all.lines(), devices));
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
