package org.polypath.config.resolve;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.polypath.config.model.DeviceEntry;
import org.polypath.config.model.DeviceRule;
import org.polypath.config.model.Rule;
import org.polypath.config.model.RuleSet;
import org.polypath.config.model.Sections;
import org.polypath.config.property.EntryProperties;
import org.polypath.config.property.RuleProperties;
import org.polypath.config.read.RuleReader;
import org.polypath.config.syntax.Place;

/** The rules that hold besides those in the files. */
public final class DefaultRules {
  private static final Place BUILT_IN = new Place("built in", 0);

  private DefaultRules() {}

  /**
   * The blacklist: devices that are no disks of a kind that has paths, and the products that
   * hardware entries name.
   */
  public static RuleSet blacklist(Sections sections, boolean nativeMultipath) {
    String names = nativeMultipath ? "sd[a-z]|dasd[a-z]" : "sd[a-z]|dasd[a-z]|nvme[0-9]";
    List<DeviceRule> products =
        sections.devices().stream().flatMap(DefaultRules::products).toList();
    return sections
        .blacklist()
        .and(
            new RuleSet(
                List.of(rule(RuleProperties.DEVNODE.keyword(), "!^(" + names + ")")), products));
  }

  /** The exceptions: besides those configured, disks that udev knows an identity of. */
  public static RuleSet exceptions(Sections sections) {
    Rule identity = rule(RuleProperties.UDEV_PROPERTY.keyword(), "(SCSI_IDENT_|ID_WWN)");
    return sections.exceptions().and(new RuleSet(List.of(identity), List.of()));
  }

  private static Rule rule(String keyword, String text) {
    return RuleReader.rule(keyword, text, BUILT_IN).orElseThrow();
  }

  private static Stream<DeviceRule> products(DeviceEntry entry) {
    Optional<Rule> vendor =
        entry
            .values()
            .get(EntryProperties.VENDOR)
            .flatMap(line -> RuleReader.rule("vendor", line.value(), line.place()));
    return entry
        .values()
        .get(EntryProperties.PRODUCT_BLACKLIST)
        .flatMap(line -> RuleReader.rule("product", line.value(), line.place()))
        .map(product -> new DeviceRule(vendor, Optional.of(product), product.place()))
        .stream();
  }
}
