package org.polypath.scsi;

import java.util.Locale;
import org.polypath.api.device.Bytes;
import org.polypath.api.path.Wwid;

/**
 * A WWID that a designator gives, and how much it is worth. Rank and text are those of
 * multipath-tools, whose users' bindings and configurations hold such texts.
 *
 * @param rank the higher the better, 1 to 8
 * @param wwid the identifier
 */
record LogicalUnitName(int rank, Wwid wwid) {
  /** The best name among the logical unit's designators; the first of equals. */
  static Decoded<LogicalUnitName> best(DeviceIdentification page) {
    Decoded<LogicalUnitName> best = nothing("no designator of page 0x83 names the logical unit");
    for (Designator designator : page.designators()) {
      if (designator.association() == Designator.Association.LOGICAL_UNIT) {
        best = better(best, of(designator));
      }
    }
    return page.overflow()
        ? better(
            best,
            Decoded.malformed(
                Decoded.Defect.OVERFLOW, "a designator reaches past the end of page 0x83"))
        : best;
  }

  /** A name beats any error, a wrong designator is remembered over a missing one. */
  private static Decoded<LogicalUnitName> better(
      Decoded<LogicalUnitName> before, Decoded<LogicalUnitName> now) {
    return now.fold(
        name -> before.fold(old -> name.rank > old.rank ? now : before, error -> now),
        error ->
            before.toOptional().isPresent() || error.defect() == Decoded.Defect.NO_DATA
                ? before
                : now);
  }

  private static Decoded<LogicalUnitName> of(Designator designator) {
    Bytes identifier = designator.identifier();
    return switch (designator.type()) {
      case NAA -> ofNaa(identifier);
      case EUI_64 ->
          switch (identifier.length()) {
            case 8, 12, 16 -> name(4, '2' + identifier.hex());
            default -> wrongLength(designator);
          };
      case SCSI_NAME -> ofScsiName(identifier);
      case T10_VENDOR ->
          identifier.length() < 8
              ? wrongLength(designator)
              : name(2, '1' + joined(Text.padded(identifier)));
      case LOGICAL_UNIT_GROUP ->
          identifier.length() == 4 ? namesNothing(designator) : wrongLength(designator);
      case MD5 -> identifier.length() == 16 ? namesNothing(designator) : wrongLength(designator);
      case VENDOR_SPECIFIC,
          RELATIVE_TARGET_PORT,
          TARGET_PORT_GROUP,
          PROTOCOL_SPECIFIC,
          UUID,
          RESERVED ->
          namesNothing(designator);
    };
  }

  private static Decoded<LogicalUnitName> ofNaa(Bytes identifier) {
    int authority = identifier.u8(0) >> 4;
    return switch (authority) {
      case 6 -> naa(8, identifier, 16);
      case 5 -> naa(7, identifier, 8);
      case 2 -> naa(6, identifier, 8);
      case 3 -> naa(1, identifier, 8);
      default -> nothing("NAA " + authority + " is no identifier");
    };
  }

  private static Decoded<LogicalUnitName> naa(int rank, Bytes identifier, int length) {
    return identifier.length() == length
        ? name(rank, '3' + identifier.hex())
        : invalid("NAA designator of " + identifier.length() + " bytes, " + length + " wanted");
  }

  private static Decoded<LogicalUnitName> ofScsiName(Bytes identifier) {
    String text = Text.terminated(identifier);
    String rest = text.length() > 4 ? text.substring(4) : "";
    if (rest.isEmpty()) {
      return invalid("SCSI name string \"" + text + "\" holds no name");
    }
    return switch (text.substring(0, 4)) {
      case "eui." -> name(3, '2' + rest.toLowerCase(Locale.ROOT));
      case "naa." -> name(3, '3' + rest.toLowerCase(Locale.ROOT));
      case "iqn." -> name(3, '8' + rest);
      default -> nothing("SCSI name string of unknown kind");
    };
  }

  /** Each run of blanks as one underscore. */
  private static String joined(String text) {
    return text.replaceAll(" +", "_");
  }

  private static Decoded<LogicalUnitName> name(int rank, String text) {
    // only names of free length can be too long: hexadecimal ones have 33 characters at most
    String cut = text.length() > Wwid.MAX_LENGTH ? text.substring(0, Wwid.MAX_LENGTH) : text;
    return Wwid.isValid(cut)
        ? Decoded.of(new LogicalUnitName(rank, new Wwid(cut)))
        : invalid("a designator holds control characters");
  }

  private static Decoded<LogicalUnitName> wrongLength(Designator designator) {
    return invalid(
        designator.type() + " designator of " + designator.identifier().length() + " bytes");
  }

  private static Decoded<LogicalUnitName> invalid(String text) {
    return Decoded.malformed(Decoded.Defect.INVALID, text);
  }

  private static Decoded<LogicalUnitName> namesNothing(Designator designator) {
    return nothing(designator.type() + " designator names no logical unit");
  }

  private static Decoded<LogicalUnitName> nothing(String text) {
    return Decoded.malformed(Decoded.Defect.NO_DATA, text);
  }
}
