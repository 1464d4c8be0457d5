package org.polypath.config.print;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polypath.config.property.Property;
import org.polypath.config.property.PropertyTable;
import org.polypath.config.property.Section;

/**
 * The annotated example file: every keyword in every section, what it means, its values and what
 * holds without it. As it stands it sets nothing.
 */
public final class AnnotatedExample {
  private static final int WIDTH = 98;

  private static final String HEADER =
      """
      # Annotated configuration of Polypath: every keyword there is, generated from the table that the
      # reader itself uses. Every setting is commented out: as it stands this file changes nothing. Copy
      # what you need to /etc/multipath.conf, or to a file *.conf in /etc/multipath/conf.d.
      #
      # - One keyword and one value on a line; a value with blanks, # or ! stands in double quotes, a
      #   quote inside is written twice. # and ! outside quotes begin a comment.
      # - An opening brace follows the section's name on the same line; a closing brace stands alone.
      # - Of files, the later beats the earlier: built-in hardware entries, /etc/multipath.conf, then
      #   conf.d in alphabetical order.
      # - Of sections, multipaths beats overrides, that beats devices, that beats defaults.
      # - A keyword that may stand in several sections is explained where it comes first.
      # - Expressions are POSIX extended regular expressions, case sensitive and not anchored.
      """;

  private final StringBuilder text = new StringBuilder(HEADER);

  private final Set<Property<?>> explained = new HashSet<>();

  private AnnotatedExample() {}

  /** The file's text. */
  public static String text() {
    AnnotatedExample example = new AnnotatedExample();
    Section.FILE.children().forEach(section -> example.section(section, 0));
    return example.text.toString();
  }

  private void section(Section section, int level) {
    // an entry that does not say what it is for would be a fault: it is commented out itself
    String mark = level == 0 ? "" : "#";
    text.append('\n');
    comment(level, about(section));
    line(level, mark + section.keyword() + " {");
    for (Property<?> property : PropertyTable.current(section)) {
      property(property, level + 1);
    }
    section.children().forEach(child -> section(child, level + 1));
    line(level, mark + "}");
  }

  private <T> void property(Property<T> property, int level) {
    if (explained.add(property)) {
      comment(level, property.documentation());
      comment(level, "Values: " + property.type().wanted() + ".");
      without(property).ifPresent(note -> comment(level, "Default: " + note));
    }
    line(level, "#" + property.keyword() + " " + written(property).orElse("…"));
  }

  private static <T> Optional<String> written(Property<T> property) {
    return property.builtIn().map(value -> property.type().write(value));
  }

  private static Optional<String> without(Property<?> property) {
    return property.defaultNote().isEmpty()
        ? written(property)
        : Optional.of(property.defaultNote());
  }

  private void comment(int level, String sentence) {
    int width = WIDTH - 8 * level - 2;
    StringBuilder words = new StringBuilder();
    List<String> lines = new ArrayList<>();
    for (String word : sentence.split(" ", -1)) {
      if (words.length() > 0 && words.length() + 1 + word.length() > width) {
        lines.add(words.toString());
        words.setLength(0);
      }
      words.append(words.length() > 0 ? " " : "").append(word);
    }
    lines.add(words.toString());
    lines.forEach(each -> line(level, "# " + each));
  }

  private void line(int level, String content) {
    text.append("\t".repeat(level)).append(content).append('\n');
  }

  private static String about(Section section) {
    return switch (section) {
      case FILE -> "The file itself.";
      case DEFAULTS -> "What holds where no other section says otherwise.";
      case BLACKLIST ->
          "Devices that are left alone. A device is looked at by property, devnode, device, protocol"
              + " and wwid, in this order; the first rule that matches decides, unless an exception"
              + " of the same kind matches too. Each keyword may stand here many times. Always in"
              + " force: devnode \"!^(sd[a-z]|dasd[a-z]|nvme[0-9])\".";
      case EXCEPTIONS ->
          "Devices that are not left alone after all. Always in force: property"
              + " \"(SCSI_IDENT_|ID_WWN)\".";
      case LISTED_DEVICE -> "Devices by their hardware.";
      case DEVICES ->
          "Hardware. Every entry that matches a device contributes; of several that set one keyword"
              + " the last wins.";
      case DEVICE -> "An entry; vendor and product are required.";
      case OVERRIDES -> "What holds for all devices, whatever their hardware entries say.";
      case PROTOCOL -> "Timeouts of one transport; type is required.";
      case MULTIPATHS -> "Single maps.";
      case MULTIPATH -> "A map; wwid is required.";
    };
  }
}
