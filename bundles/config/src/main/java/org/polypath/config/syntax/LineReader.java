package org.polypath.config.syntax;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a text's lines. The rules are those of {@code multipath.conf(5)}, section SYNTAX, and what
 * the reference does where the page is silent.
 */
public final class LineReader {
  /** The longest line in bytes; what follows counts as a line of its own, as in the reference. */
  static final int MAX_LINE = 1023;

  private LineReader() {}

  /** The lines that have words, in order. */
  public static List<Line> read(String file, String text) {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      for (String piece : pieces(line)) {
        WordSplitter splitter = new WordSplitter(piece);
        List<Word> words = splitter.split();
        if (!words.isEmpty()) {
          lines.add(new Line(new Place(file, number), piece, words, splitter.isUnterminated()));
        }
      }
    }
    return lines;
  }

  private static List<String> pieces(String line) {
    List<String> pieces = new ArrayList<>();
    String rest = line;
    while (rest.length() > MAX_LINE / 4 && bytes(rest) > MAX_LINE) {
      int cut = cut(rest);
      pieces.add(rest.substring(0, cut));
      rest = rest.substring(cut);
    }
    pieces.add(rest);
    return pieces;
  }

  /** Whether a line is short enough to be read as one. */
  public static boolean fits(String line) {
    return bytes(line) <= MAX_LINE;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static int cut(String text) {
    int bytes = 0;
    int index = 0;
    while (index < text.length()) {
      int point = text.codePointAt(index);
      bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      if (bytes > MAX_LINE) {
        return index;
      }
      index += Character.charCount(point);
    }
    return index;
  }
}
