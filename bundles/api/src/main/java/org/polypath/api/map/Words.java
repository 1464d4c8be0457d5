package org.polypath.api.map;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.polypath.api.path.DeviceNumber;

/**
 * Reads the words of a dm table or status one by one; throws IllegalArgumentException where the
 * text ends or does not fit.
 */
final class Words {
  private final String[] words;
  private int next;

  Words(String text) {
    words = text.strip().split("\\s+");
  }

  String word() {
    if (next >= words.length || words[next].isEmpty()) {
      throw new IllegalArgumentException("text ends after word " + next);
    }
    return words[next++];
  }

  int number() {
    int number = Integer.parseInt(word());
    if (number < 0) {
      throw new IllegalArgumentException("negative count: " + number);
    }
    return number;
  }

  DeviceNumber device() {
    String word = word();
    return DeviceNumber.parse(word)
        .orElseThrow(() -> new IllegalArgumentException("no device number: " + word));
  }

  List<String> counted() {
    return repeat(number(), this::word);
  }

  <T> List<T> repeat(int count, Supplier<T> item) {
    List<T> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      items.add(item.get());
    }
    return items;
  }
}
