package org.polypath.config;

import java.util.List;
import java.util.Optional;
import org.polypath.api.settings.Finding;
import org.polypath.api.settings.Finding.Severity;
import org.polypath.config.model.Sections;
import org.polypath.config.read.SectionReader;

/** Reads configurations. A pure function: any thread may call. */
public final class ConfigurationReader {
  private ConfigurationReader() {}

  /** Reads the sources, merges them and makes a configuration of them. */
  public static ReadOutcome read(ConfigurationSources sources) {
    return read(sources, List.of());
  }

  /** The same, where findings have come up before. */
  static ReadOutcome read(ConfigurationSources sources, List<Finding> before) {
    SectionReader reader = new SectionReader(before, sources.policies());
    sources.hardware().forEach(text -> reader.readHardware(text.file(), text.text()));
    sources.main().ifPresent(text -> reader.read(text.file(), text.text()));
    Optional<Finding> fatal =
        sources
            .main()
            .flatMap(
                main ->
                    reader.findings().stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .filter(finding -> finding.file().equals(main.file()))
                        .findFirst());
    sources.dropIns().forEach(text -> reader.read(text.file(), text.text()));
    if (fatal.isPresent()) {
      return new ReadOutcome.Refused(
          fatal.get().message() + "; correct the line: the file is not used as it is",
          reader.findings());
    }
    Sections sections = reader.sections();
    return new ReadOutcome.Accepted(
        new ResolvedConfiguration(sections, sources.nativeMultipath(), reader.findings()));
  }
}
