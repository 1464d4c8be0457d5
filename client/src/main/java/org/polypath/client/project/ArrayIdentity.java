package org.polypath.client.project;

import java.util.Optional;
import java.util.stream.Stream;
import org.polypath.config.regex.ExtendedExpression;

/**
 * How a vendor's arrays are told from others: by what they answer INQUIRY (SPC-4 6.6).
 *
 * @param vendor what they answer as vendor, literally
 * @param product extended regular expression of what they answer as product
 * @param example a product that fits the expression: what the simulated array answers
 */
record ArrayIdentity(String vendor, String product, String example) {
  private static final int LONGEST_VENDOR = 8;
  private static final int LONGEST_PRODUCT = 16;

  /** The line with it has to be one that {@code multipath.conf} may have: 1023 bytes. */
  private static final int LONGEST_EXPRESSION = 480;

  private static final String SEE_VENDOR = "; see /sys/block/sdX/device/vendor";
  private static final String SEE_PRODUCT = "; see /sys/block/sdX/device/model";

  /**
   * Checks that there can be such an array.
   *
   * @throws IllegalArgumentException there cannot; the message says what to give instead
   */
  ArrayIdentity {
    vendor = vendor.strip();
    example = example.strip();
    checkAnswer("vendor", vendor, LONGEST_VENDOR, SEE_VENDOR);
    if (vendor.contains("${")) {
      throw new IllegalArgumentException(
          "vendor '"
              + vendor
              + "': Maven takes ${ for a property; make the project without it,"
              + " then write it into hardware.conf and ExaminationTest.java");
    }
    checkExpression(product);
    checkAnswer("example", example, LONGEST_PRODUCT, SEE_PRODUCT);
    if (!fits(product, example)) {
      throw new IllegalArgumentException(
          "example '"
              + example
              + "': does not fit the expression '"
              + product
              + "'; give one that does");
    }
  }

  /**
   * Where no example is given, with one that is read off the expression.
   *
   * @throws IllegalArgumentException as above, or none can be read off
   */
  static ArrayIdentity of(String vendor, String product, Optional<String> example) {
    checkExpression(product);
    return new ArrayIdentity(
        vendor,
        product,
        example
            .or(() -> exampleOf(product))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "product '"
                            + product
                            + "': give a product that fits it, too, as example: at most "
                            + LONGEST_PRODUCT
                            + " characters"
                            + SEE_PRODUCT)));
  }

  /** A product that fits an expression; empty if none can be read off it. */
  static Optional<String> exampleOf(String expression) {
    return Stream.of(plainBeginning(expression.replaceFirst("^[(^]+", "")), "PRODUCT")
        .filter(candidate -> !candidate.isEmpty() && candidate.length() <= LONGEST_PRODUCT)
        .filter(candidate -> fits(expression, candidate))
        .findFirst();
  }

  /** Of a device: exactly its product. */
  static ArrayIdentity ofDevice(String vendor, String model) {
    return new ArrayIdentity(vendor, ExtendedExpression.exactly(model), model);
  }

  private static void checkAnswer(String what, String text, int longest, String see) {
    if (text.isEmpty() || text.length() > longest) {
      throw new IllegalArgumentException(
          what
              + " '"
              + text
              + "': an array answers 1 to "
              + longest
              + " characters, not "
              + text.length()
              + see);
    }
    checkCharacters(what, text, see);
  }

  private static void checkCharacters(String what, String text, String see) {
    if (!text.matches("[ -~]*")) {
      throw new IllegalArgumentException(
          what + " '" + text + "': an array answers printable ASCII characters only" + see);
    }
  }

  /**
   * Checks an expression of products.
   *
   * @throws IllegalArgumentException it is none; the message says what to give instead
   */
  static void checkExpression(String product) {
    if (product.isBlank() || product.length() > LONGEST_EXPRESSION) {
      throw new IllegalArgumentException(
          "product '"
              + product
              + "': give an expression of 1 to "
              + LONGEST_EXPRESSION
              + " characters; .* fits all products");
    }
    checkCharacters("product", product, SEE_PRODUCT);
    ExtendedExpression.compile(product)
        .fold(
            expression -> expression,
            problem -> {
              throw new IllegalArgumentException(
                  "product '"
                      + product
                      + "': no extended regular expression: "
                      + problem
                      + "; a character that stands for itself has a backslash before it");
            });
  }

  private static boolean fits(String expression, String text) {
    return ExtendedExpression.compile(expression)
        .fold(compiled -> compiled.matches(text), problem -> false);
  }

  /** The text at the beginning of an expression, up to where it may be one or another. */
  private static String plainBeginning(String expression) {
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < expression.length(); index++) {
      char character = expression.charAt(index);
      if ("*?{".indexOf(character) >= 0 && text.length() > 0) {
        text.setLength(text.length() - 1);
        break;
      }
      if (character == '\\' && index + 1 < expression.length()) {
        index++;
        character = expression.charAt(index);
      } else if (".[()*+?{^$|\\".indexOf(character) >= 0) {
        break;
      }
      text.append(character);
    }
    return text.toString().strip();
  }
}
