package org.polypath.simulator.map;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.polypath.api.map.MultipathTable;

/**
 * The features of a multipath target, shown in the kernel's order whatever order they were given
 * in.
 *
 * @param queueIfNoPath whether I/O waits when there is no path
 * @param groupRetries {@code pg_init_retries}
 * @param groupDelay {@code pg_init_delay_msecs}
 * @param retainHandler {@code retain_attached_hw_handler}
 * @param bioBased {@code queue_mode bio}; the other modes are the default and not shown
 */
record TargetFeatures(
    boolean queueIfNoPath,
    Optional<Integer> groupRetries,
    Optional<Integer> groupDelay,
    boolean retainHandler,
    boolean bioBased) {

  /**
   * Reads feature words.
   *
   * @throws IllegalArgumentException if the kernel refuses them
   */
  static TargetFeatures read(List<String> words) {
    boolean queue = false;
    boolean retain = false;
    boolean bio = false;
    Optional<Integer> retries = Optional.empty();
    Optional<Integer> delay = Optional.empty();
    Iterator<String> rest = words.iterator();
    while (rest.hasNext()) {
      switch (rest.next()) {
        case MultipathTable.QUEUE_IF_NO_PATH -> queue = true;
        case "retain_attached_hw_handler" -> retain = true;
        case "pg_init_retries" -> retries = Optional.of(number(rest, "pg_init_retries", 1, 50));
        case "pg_init_delay_msecs" ->
            delay = Optional.of(number(rest, "pg_init_delay_msecs", 0, 60000));
        case "queue_mode" -> bio = isBio(rest);
        default -> throw unrecognised();
      }
    }
    return new TargetFeatures(queue, retries, delay, retain || bio, bio);
  }

  private static int number(Iterator<String> rest, String name, int least, int most) {
    String word = word(rest);
    if (word.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(word);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new IllegalArgumentException(name + " must be between " + least + " and " + most);
  }

  private static boolean isBio(Iterator<String> rest) {
    String mode = word(rest);
    if (!List.of("bio", "rq", "mq").contains(mode)) {
      throw new IllegalArgumentException("Unknown 'queue_mode' requested");
    }
    return mode.equals("bio");
  }

  private static String word(Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw unrecognised();
    }
    return rest.next();
  }

  private static IllegalArgumentException unrecognised() {
    return new IllegalArgumentException("Unrecognised multipath feature request");
  }

  TargetFeatures queueing(boolean queue) {
    return new TargetFeatures(queue, groupRetries, groupDelay, retainHandler, bioBased);
  }

  List<String> words() {
    List<String> words = new ArrayList<>();
    if (queueIfNoPath) {
      words.add(MultipathTable.QUEUE_IF_NO_PATH);
    }
    groupRetries.ifPresent(number -> words.addAll(List.of("pg_init_retries", number.toString())));
    groupDelay.ifPresent(number -> words.addAll(List.of("pg_init_delay_msecs", number.toString())));
    if (retainHandler) {
      words.add("retain_attached_hw_handler");
    }
    if (bioBased) {
      words.addAll(List.of("queue_mode", "bio"));
    }
    return words;
  }
}
