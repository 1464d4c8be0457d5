package org.polypath.api.map;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.polypath.api.path.DeviceNumber;

/**
 * A multipath target's table: what {@code dmsetup table} shows after {@code multipath} (kernel
 * drivers/md/dm-mpath.c, {@code multipath_ctr}).
 *
 * @param sectors the map's size in units of 512 bytes
 * @param features feature words, without their count, for instance {@code queue_if_no_path}
 * @param hardwareHandler handler name and arguments, without their count; empty for none
 * @param initialGroup the group that is tried first, from 1; 0 only without groups
 * @param groups the path groups in order
 */
public record MultipathTable(
    long sectors,
    List<String> features,
    List<String> hardwareHandler,
    int initialGroup,
    List<TableGroup> groups) {
  /** Feature word: I/O waits when there is no path. */
  public static final String QUEUE_IF_NO_PATH = "queue_if_no_path";

  /** The message that takes that feature away. */
  public static final String FAIL_IF_NO_PATH = "fail_if_no_path";

  /** Copies the lists and checks the bounds. */
  public MultipathTable {
    features = List.copyOf(features);
    hardwareHandler = List.copyOf(hardwareHandler);
    groups = List.copyOf(groups);
    if (sectors < 0 || initialGroup < 0 || initialGroup > groups.size()) {
      throw new IllegalArgumentException(
          "sectors " + sectors + ", initial group " + initialGroup + " of " + groups.size());
    }
  }

  /** The target's parameters as the kernel takes them. */
  public String parameters() {
    StringBuilder text = new StringBuilder();
    counted(text, features);
    counted(text.append(' '), hardwareHandler);
    text.append(' ').append(groups.size()).append(' ').append(initialGroup);
    groups.forEach(group -> group.appendTo(text.append(' ')));
    return text.toString();
  }

  /** The device numbers of all paths. */
  public Set<DeviceNumber> devices() {
    return groups.stream()
        .flatMap(group -> group.paths().stream())
        .map(TablePath::device)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether I/O waits when there is no path. */
  public boolean queuesWithoutPath() {
    return features.contains(QUEUE_IF_NO_PATH);
  }

  /** The handler as {@code multipath -ll} shows it, for instance {@code 1 alua} or {@code 0}. */
  public String hardwareHandlerText() {
    return countedText(hardwareHandler);
  }

  /**
   * The features as {@code multipath -ll} shows them, for instance {@code 1 queue_if_no_path} or
   * {@code 0}.
   */
  public String featuresText() {
    return countedText(features);
  }

  /**
   * Reads a table's parameters as the kernel gives them back.
   *
   * @return empty if the text is no multipath table
   */
  public static Optional<MultipathTable> parse(long sectors, String parameters) {
    Words words = new Words(parameters);
    try {
      List<String> features = words.counted();
      List<String> handler = words.counted();
      int groupCount = words.number();
      int initial = words.number();
      List<TableGroup> groups = words.repeat(groupCount, () -> TableGroup.read(words));
      return Optional.of(new MultipathTable(sectors, features, handler, initial, groups));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String countedText(List<String> words) {
    StringBuilder text = new StringBuilder();
    counted(text, words);
    return text.toString();
  }

  static void counted(StringBuilder text, List<String> words) {
    text.append(words.size());
    words.forEach(word -> text.append(' ').append(word));
  }
}
