package org.polypath.config.property;

import static org.polypath.config.property.Section.DEVICE;
import static org.polypath.config.property.Section.LISTED_DEVICE;
import static org.polypath.config.property.Section.MULTIPATH;
import static org.polypath.config.property.Section.PROTOCOL;

import org.polypath.config.property.CountedWords.Counted;

/** Properties that say what an entry is for, and those of hardware entries alone. */
public final class EntryProperties {
  /** Which vendor an entry is for. */
  public static final Property<String> VENDOR =
      Property.of("vendor", Expression.HARDWARE, "Expression for the vendor; required.").in(DEVICE);

  /** Which product an entry is for. */
  public static final Property<String> PRODUCT =
      Property.of("product", Expression.HARDWARE, "Expression for the product; required.")
          .in(DEVICE);

  /** Which revision an entry is for. */
  public static final Property<String> REVISION =
      Property.of("revision", Expression.HARDWARE, "Expression for the revision.")
          .in(DEVICE)
          .otherwise("any revision");

  /** Products that are no disks. */
  public static final Property<String> PRODUCT_BLACKLIST =
      Property.of(
              "product_blacklist",
              Expression.RULE,
              "Expression for products of this vendor that are left alone.")
          .in(DEVICE)
          .otherwise("none");

  /** The kernel's hardware handler. */
  public static final Property<Counted> HARDWARE_HANDLER =
      Property.of(
              "hardware_handler",
              CountedWords.LIST,
              "The number of words, the kernel's hardware handler, and its arguments: \"1 alua\".")
          .in(DEVICE)
          .otherwise("the one attached; \"1 alua\" if all paths have target port groups");

  /** A vendor's own page. */
  public static final Property<String> VPD_VENDOR =
      Property.of(
              "vpd_vendor",
              Choice.of("hp3par"),
              "Which vendor's own vital product data page is shown with %g.")
          .in(DEVICE)
          .otherwise("none");

  /** Which transport an entry is for. */
  public static final Property<String> TYPE =
      Property.of(
              "type",
              Choice.of(
                  "scsi:fcp",
                  "scsi:spi",
                  "scsi:ssa",
                  "scsi:sbp",
                  "scsi:srp",
                  "scsi:iscsi",
                  "scsi:sas",
                  "scsi:adt",
                  "scsi:ata",
                  "scsi:usb",
                  "scsi:unspec",
                  "nvme:pcie",
                  "nvme:rdma",
                  "nvme:fc",
                  "nvme:tcp",
                  "nvme:loop",
                  "nvme:apple-nvme",
                  "nvme:unspec",
                  "ccw",
                  "cciss",
                  "undef"),
              "The transport; required.")
          .in(PROTOCOL);

  /** Which map an entry is for. */
  public static final Property<String> WWID =
      Property.of("wwid", new Name("a WWID"), "The map's WWID; required. No expression.")
          .in(MULTIPATH);

  /** The map's name. */
  public static final Property<String> ALIAS =
      Property.of("alias", NameWithoutSlash.TYPE, "The map's name.")
          .in(MULTIPATH)
          .otherwise("generated, or the WWID");

  /** Vendor of a rule. */
  public static final Property<String> LISTED_VENDOR =
      Property.of("vendor", Expression.RULE, "Expression for the vendor.").in(LISTED_DEVICE);

  /** Product of a rule. */
  public static final Property<String> LISTED_PRODUCT =
      Property.of("product", Expression.RULE, "Expression for the product.").in(LISTED_DEVICE);

  private EntryProperties() {}
}
