package org.polypath.config;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything a configuration is made of.
 *
 * @param hardware hardware entries of plug-ins, weak ones first: sections {@code devices} in the
 *     syntax of {@code multipath.conf}
 * @param main the main file; empty if there is none, which is no fault
 * @param dropIns the files of the drop-in directory, in alphabetical order
 * @param nativeMultipath whether the kernel itself makes one device of an NVMe disk's paths
 *     (parameter {@code nvme_core.multipath}); NVMe disks are then left alone by default
 * @param policies names of the grouping policies that plug-ins bring: values of {@code
 *     path_grouping_policy} besides those that are always there
 */
public record ConfigurationSources(
    List<SourceText> hardware,
    Optional<SourceText> main,
    List<SourceText> dropIns,
    boolean nativeMultipath,
    Set<String> policies) {
  /** No files: what is built in. */
  public static final ConfigurationSources NONE =
      new ConfigurationSources(List.of(), Optional.empty(), List.of(), false, Set.of());

  /** Copies lists and names. */
  public ConfigurationSources {
    hardware = List.copyOf(hardware);
    dropIns = List.copyOf(dropIns);
    policies = Set.copyOf(policies);
  }

  /** Without grouping policies of plug-ins. */
  public ConfigurationSources(
      List<SourceText> hardware,
      Optional<SourceText> main,
      List<SourceText> dropIns,
      boolean nativeMultipath) {
    this(hardware, main, dropIns, nativeMultipath, Set.of());
  }

  /** A main file alone. */
  public static ConfigurationSources ofMain(String file, String text) {
    return NONE.withMain(new SourceText(file, text));
  }

  /** The same, with another main file. */
  public ConfigurationSources withMain(SourceText text) {
    return new ConfigurationSources(
        hardware, Optional.of(text), dropIns, nativeMultipath, policies);
  }

  /** The same, with other hardware entries. */
  public ConfigurationSources withHardware(List<SourceText> entries) {
    return new ConfigurationSources(entries, main, dropIns, nativeMultipath, policies);
  }

  /** The same, with other drop-in files. */
  public ConfigurationSources withDropIns(List<SourceText> files) {
    return new ConfigurationSources(hardware, main, files, nativeMultipath, policies);
  }

  /** The same, with other grouping policies of plug-ins. */
  public ConfigurationSources withPolicies(Set<String> names) {
    return new ConfigurationSources(hardware, main, dropIns, nativeMultipath, names);
  }
}
