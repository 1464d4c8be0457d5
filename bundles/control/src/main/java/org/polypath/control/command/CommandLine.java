package org.polypath.control.command;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A line's keywords and their parameters.
 *
 * @param keywords the keywords in order, at least one
 * @param parameters the parameter of each keyword that has one
 */
record CommandLine(List<Keyword> keywords, Map<Keyword, String> parameters) {
  CommandLine {
    keywords = List.copyOf(keywords);
    parameters = Map.copyOf(parameters);
  }

  /** The parameter of a keyword that is in the line and takes one. */
  String parameter(Keyword keyword) {
    String value = parameters.get(keyword);
    if (value == null) {
      throw new IllegalArgumentException("no " + keyword + " in " + keywords);
    }
    return value;
  }

  /** Reads a line. */
  static CommandLine parse(String line) throws CommandSyntaxException {
    List<String> words = split(line);
    List<Keyword> keywords = new ArrayList<>();
    Map<Keyword, String> parameters = new EnumMap<>(Keyword.class);
    for (int i = 0; i < words.size(); i++) {
      boolean last = i == words.size() - 1;
      Keyword keyword =
          Keyword.of(words.get(i)).orElseThrow(() -> new CommandSyntaxException("not found", last));
      keywords.add(keyword);
      if (keyword.takesParameter()) {
        if (last) {
          throw new CommandSyntaxException("Missing argument", true);
        }
        parameters.put(keyword, words.get(++i));
      }
    }
    return new CommandLine(keywords, parameters);
  }

  /** Splits at blanks; a word in double quotes keeps its blanks, two quotes in it are one. */
  private static List<String> split(String line) throws CommandSyntaxException {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < line.length()) {
      if (line.charAt(at) <= ' ') {
        at++;
      } else if (line.charAt(at) == '"') {
        StringBuilder word = new StringBuilder();
        at = quoted(line, at + 1, word);
        words.add(word.toString());
      } else {
        int start = at;
        while (at < line.length() && line.charAt(at) > ' ') {
          at++;
        }
        words.add(line.substring(start, at));
      }
    }
    return words;
  }

  /** Reads on from after an opening quote; answers where the text goes on after the closing one. */
  private static int quoted(String line, int from, StringBuilder word)
      throws CommandSyntaxException {
    for (int at = from; at < line.length(); at++) {
      char c = line.charAt(at);
      if (c != '"') {
        word.append(c);
      } else if (at + 1 < line.length() && line.charAt(at + 1) == '"') {
        word.append(c);
        at++;
      } else {
        return at + 1;
      }
    }
    throw new CommandSyntaxException("Missing argument", true);
  }
}
