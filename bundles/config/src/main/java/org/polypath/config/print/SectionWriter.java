package org.polypath.config.print;

/** Writes sections in the layout of {@code multipath -t}: one tab for each level. */
final class SectionWriter {
  private final StringBuilder text = new StringBuilder();
  private int level;

  /** Writes a section and what is in it. */
  SectionWriter section(String name, Runnable content) {
    line(name + " {");
    level++;
    content.run();
    level--;
    return line("}");
  }

  /** Writes a keyword and its value as it is to stand in the file. */
  SectionWriter value(String keyword, String written) {
    return line(keyword + " " + written);
  }

  /** Writes a comment. */
  SectionWriter comment(String words) {
    return line("# " + words);
  }

  private SectionWriter line(String content) {
    text.append("\t".repeat(level)).append(content).append('\n');
    return this;
  }

  String text() {
    return text.toString();
  }
}
