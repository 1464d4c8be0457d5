package org.polypath.config.syntax;

import java.util.ArrayList;
import java.util.List;

/** Splits one line into words. Used once. */
final class WordSplitter {
  private final String line;
  private int position;
  private boolean unterminated;

  WordSplitter(String line) {
    this.line = line;
  }

  boolean isUnterminated() {
    return unterminated;
  }

  List<Word> split() {
    List<Word> words = new ArrayList<>();
    while (position < line.length()) {
      char c = line.charAt(position);
      if (isComment(c)) {
        break;
      } else if (isBlank(c)) {
        position++;
      } else if (c == '"') {
        words.add(quoted());
      } else if (isBrace(c)) {
        words.add(new Word(String.valueOf(c), false));
        position++;
      } else {
        words.add(plain());
      }
    }
    return words;
  }

  private Word plain() {
    int start = position;
    while (position < line.length()) {
      char c = line.charAt(position);
      if (isBlank(c) || isComment(c) || isBrace(c) || c == '"') {
        break;
      }
      position++;
    }
    return new Word(line.substring(start, position), false);
  }

  private Word quoted() {
    StringBuilder content = new StringBuilder();
    position++;
    while (position < line.length()) {
      char c = line.charAt(position++);
      if (c != '"') {
        content.append(c);
      } else if (position < line.length() && line.charAt(position) == '"') {
        content.append('"');
        position++;
      } else {
        return new Word(content.toString(), true);
      }
    }
    unterminated = true;
    return new Word(content.toString(), true);
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || c > '~';
  }

  private static boolean isComment(char c) {
    return c == '#' || c == '!';
  }

  private static boolean isBrace(char c) {
    return c == '{' || c == '}';
  }
}
