package org.polypath.client.project;

/** What a file is written in; says how a text gets there so that it is read as it was. */
enum Language {
  /** XML, in an element's content. */
  MARKUP {
    @Override
    String literal(String text) {
      return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
  },
  /** Java, in a string literal. */
  JAVA {
    @Override
    String literal(String text) {
      return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
  },
  /** {@code multipath.conf}, in quotes. */
  SETTINGS {
    @Override
    String literal(String text) {
      return text.replace("\"", "\"\"");
    }
  },
  /** Markdown, in a line of text. */
  PROSE {
    @Override
    String literal(String text) {
      return text.replaceAll("[\\\\`*_<\\[&#|~]", "\\\\$0");
    }
  };

  /** A text as it has to be written. */
  abstract String literal(String text);

  /** The language of a file, by its name. */
  static Language of(String file) {
    return switch (file.substring(file.lastIndexOf('.') + 1)) {
      case "xml" -> MARKUP;
      case "java" -> JAVA;
      case "conf" -> SETTINGS;
      case "md" -> PROSE;
      default -> throw new IllegalArgumentException("no language is known of " + file);
    };
  }
}
