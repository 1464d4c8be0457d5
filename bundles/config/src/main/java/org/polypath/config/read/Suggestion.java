package org.polypath.config.read;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polypath.config.ClosestWord;
import org.polypath.config.property.PropertyTable;
import org.polypath.config.property.Section;

/** What was probably meant by a word that is not known where it stands. */
final class Suggestion {
  private Suggestion() {}

  /** A question or a hint to put after a sentence; empty if nothing comes to mind. */
  static String of(Section section, String word) {
    String elsewhere = sections(word);
    if (!elsewhere.isEmpty()) {
      return "; \"" + word + "\" belongs in " + elsewhere;
    }
    return ClosestWord.to(word, PropertyTable.words(section))
        .or(() -> ClosestWord.to(word, everyWord()))
        .map(
            found -> {
              boolean here = PropertyTable.words(section).anyMatch(found::equals);
              return "; did you mean \""
                  + found
                  + "\""
                  + (here ? "?" : " in " + sections(found) + "?");
            })
        .orElse("");
  }

  /** The same for a word that may be the keyword of any section; empty if nothing comes to mind. */
  static String of(String word) {
    return ClosestWord.to(word, Keywords.all())
        .map(found -> "; did you mean \"" + found + "\"?")
        .orElse("");
  }

  private static Stream<String> everyWord() {
    return Arrays.stream(Section.values()).flatMap(PropertyTable::words);
  }

  private static String sections(String word) {
    return Arrays.stream(Section.values())
        .filter(section -> section != Section.LISTED_DEVICE)
        .filter(section -> PropertyTable.words(section).anyMatch(word::equals))
        .map(section -> section == Section.FILE ? "the top level" : section.keyword())
        .collect(Collectors.joining(", "));
  }
}
