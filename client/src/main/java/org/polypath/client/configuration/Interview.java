package org.polypath.client.configuration;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.polypath.client.Dialogue;

/** Asks the questions, each until its answer can be used. */
final class Interview {
  private final Dialogue dialogue;

  Interview(BufferedReader input, Consumer<String> output) {
    dialogue = new Dialogue(input, output);
  }

  /** The answers; once the input ends, the presets. */
  Map<Question, String> ask() throws IOException {
    Map<Question, String> answers = new LinkedHashMap<>();
    for (Question question : Question.ALL) {
      answers.put(
          question,
          dialogue.ask(
              question.text(),
              question.keyword(),
              Optional.of(question.preset()),
              question::objection));
    }
    return answers;
  }

  /** The presets. */
  static Map<Question, String> presets() {
    Map<Question, String> answers = new LinkedHashMap<>();
    Question.ALL.forEach(question -> answers.put(question, question.preset()));
    return answers;
  }
}
