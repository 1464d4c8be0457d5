package org.polypath.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.BlacklistRule;
import org.polypath.api.settings.BlacklistRule.Criterion;
import org.polypath.api.settings.Configuration;
import org.polypath.api.settings.DaemonSettings;
import org.polypath.api.settings.Finding;
import org.polypath.api.settings.MapSettings;
import org.polypath.api.settings.PathSettings;
import org.polypath.api.settings.Setting;
import org.polypath.api.settings.Verdict;

/** A configuration that prints what it was asked to print, and leaves alone what is no sd disk. */
public class FakeConfiguration implements Configuration {
  @Override
  public DaemonSettings daemon() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Setting<Wwid>> wwid(PathFacts path) {
    return Optional.empty();
  }

  @Override
  public Verdict verdict(PathFacts path) {
    return verdict(path.name());
  }

  @Override
  public PathSettings path(PathFacts path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public MapSettings map(Wwid wwid, List<PathFacts> paths) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Finding> findings() {
    return List.of();
  }

  @Override
  public Verdict verdict(String name) {
    return new Verdict(!name.startsWith("sd") || name.equals("sdc"), "");
  }

  @Override
  public List<BlacklistRule> blacklist() {
    return List.of(
        new BlacklistRule(Criterion.DEVNODE, "^sdz", true),
        new BlacklistRule(Criterion.DEVNODE, "!^(sd[a-z]|dasd[a-z]|nvme[0-9])", false),
        new BlacklistRule(Criterion.PROTOCOL, "scsi:usb", true),
        new BlacklistRule(Criterion.WWID, "3600aaaa", true),
        new BlacklistRule(Criterion.DEVICE, "FOO:BAR", true),
        new BlacklistRule(Criterion.DEVICE, "SGI:Universal Xport", false));
  }

  @Override
  public List<BlacklistRule> exceptions() {
    return List.of(
        new BlacklistRule(Criterion.WWID, "333", true),
        new BlacklistRule(Criterion.PROPERTY, "(SCSI_IDENT_|ID_WWN)", false));
  }

  @Override
  public Optional<Setting<String>> setting(String keyword, PathFacts path) {
    return Optional.empty();
  }

  @Override
  public String unset(String keyword) {
    return "";
  }

  @Override
  public String print() {
    return "all\n";
  }

  @Override
  public String print(List<PathFacts> paths, Map<Wwid, String> names) {
    return paths.stream().map(PathFacts::name).toList() + " " + byText(names) + "\n";
  }

  private static Map<String, String> byText(Map<Wwid, String> names) {
    Map<String, String> byText = new TreeMap<>();
    names.forEach((wwid, name) -> byText.put(wwid.text(), name));
    return byText;
  }
}
