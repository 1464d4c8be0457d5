package org.polypath.client;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Asks whoever sits at the terminal, each question until its answer can be used. */
public final class Dialogue {
  private final BufferedReader input;
  private final Consumer<String> output;

  /** Reads answers, a line each; writes questions and objections. */
  public Dialogue(BufferedReader input, Consumer<String> output) {
    this.input = input;
    this.output = output;
  }

  /**
   * Asks one thing.
   *
   * @param question with what may be answered
   * @param word short, before the answer
   * @param preset what an empty line, or the end of the input, stands for; empty if it has to be
   *     answered
   * @param objection what is wrong with an answer; empty if nothing is
   * @throws EOFException the input ended without an answer
   */
  public String ask(
      String question,
      String word,
      Optional<String> preset,
      Function<String, Optional<String>> objection)
      throws IOException {
    String shown = preset.map(text -> " [" + text + "]").orElse("");
    while (true) {
      output.accept(question + "\n" + word + shown + ": ");
      Optional<String> line = Optional.ofNullable(input.readLine()).map(String::strip);
      String answer = line.filter(text -> !text.isEmpty()).or(() -> preset).orElse("");
      Optional<String> problem =
          answer.isEmpty() ? Optional.of("this has to be answered") : objection.apply(answer);
      if (problem.isEmpty()) {
        return answer;
      }
      if (line.isEmpty()) {
        throw new EOFException("no answer to: " + word);
      }
      output.accept(problem.get() + "\n");
    }
  }
}
