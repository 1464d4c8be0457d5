package org.polypath.client.configuration;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Asks the questions, each until its answer can be used. */
final class Interview {
  private final BufferedReader input;
  private final Consumer<String> output;

  Interview(BufferedReader input, Consumer<String> output) {
    this.input = input;
    this.output = output;
  }

  /** The answers; once the input ends, the presets. */
  Map<Question, String> ask() throws IOException {
    Map<Question, String> answers = new LinkedHashMap<>();
    for (Question question : Question.ALL) {
      answers.put(question, ask(question));
    }
    return answers;
  }

  /** The presets. */
  static Map<Question, String> presets() {
    Map<Question, String> answers = new LinkedHashMap<>();
    Question.ALL.forEach(question -> answers.put(question, question.preset()));
    return answers;
  }

  private String ask(Question question) throws IOException {
    while (true) {
      output.accept(question.text() + "\n" + question.keyword() + " [" + question.preset() + "]: ");
      String line = input.readLine();
      if (line == null || line.isBlank()) {
        return question.preset();
      }
      String objection = question.objection(line.strip());
      if (objection.isEmpty()) {
        return line.strip();
      }
      output.accept(objection + "\n");
    }
  }
}
