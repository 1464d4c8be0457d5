package org.polypath.simulator.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.polypath.simulator.AccessState;
import org.polypath.simulator.Fault;
import org.polypath.simulator.Part;

/** Reads faults from words, as the {@code san} command and scenarios write them. */
public final class FaultWords {
  /** The forms of all faults, one a line, for help texts. */
  public static final List<String> FORMS =
      List.of(
          "cut PART                  commands over it fail at once",
          "mend PART                 it works again",
          "mend all                  everything works again",
          "slow PART TIME            it answers that much later (ms unless s is written)",
          "hang PART                 it does not answer",
          "offline PATH              its device is set offline; mend it to set it running",
          "alua ARRAY GROUP STATE    STATE is one of: " + AccessState.words(),
          "unmap ARRAY LUN           the array takes the LUN away",
          "map ARRAY LUN             the array gives the LUN back",
          "transfer ARRAY LUN CONTROLLER  another controller serves the LUN",
          "resize ARRAY LUN SIZE     the LUN changes its size",
          "delete PATH               the host deletes the device",
          "rescan                    the host finds deleted devices again");

  /** What a part may be, for help texts. */
  public static final String PARTS =
      "PART is one of: [path] sda, port ARRAY:PORT, controller ARRAY:CONTROLLER, adapter HOST";

  private static final Map<String, Function<List<String>, Fault>> READERS = readers();

  private FaultWords() {}

  private static Map<String, Function<List<String>, Fault>> readers() {
    Map<String, Function<List<String>, Fault>> readers = new TreeMap<>();
    readers.put("cut", words -> new Fault.Cut(part(words)));
    readers.put("mend", FaultWords::mend);
    readers.put(
        "slow",
        words ->
            new Fault.Slow(
                part(words.subList(0, Math.max(0, words.size() - 1))),
                Quantities.time(last(words), "ms")));
    readers.put("hang", words -> new Fault.Hang(part(words)));
    readers.put("offline", words -> new Fault.Offline(path(words)));
    readers.put("alua", FaultWords::alua);
    readers.put("unmap", words -> new Fault.Unmap(array(words, 2), lun(words)));
    readers.put("map", words -> new Fault.MapUnit(array(words, 2), lun(words)));
    readers.put("transfer", words -> new Fault.Transfer(array(words, 3), lun(words), words.get(2)));
    readers.put(
        "resize",
        words -> new Fault.Resize(array(words, 3), lun(words), Quantities.bytes(words.get(2))));
    readers.put("delete", words -> new Fault.Delete(path(words)));
    readers.put("rescan", words -> new Fault.Rescan());
    return readers;
  }

  /** The first words of all faults, sorted. */
  public static List<String> verbs() {
    return List.copyOf(READERS.keySet());
  }

  /**
   * Reads a fault.
   *
   * @return empty if the first word is none of {@link #verbs()}
   * @throws IllegalArgumentException if the words after it do not fit
   */
  public static Optional<Fault> read(List<String> words) {
    Optional<Function<List<String>, Fault>> reader =
        words.isEmpty() ? Optional.empty() : Optional.ofNullable(READERS.get(words.get(0)));
    return reader.map(found -> found.apply(words.subList(1, words.size())));
  }

  private static Fault mend(List<String> words) {
    return words.equals(List.of("all")) ? new Fault.MendAll() : new Fault.Mend(part(words));
  }

  private static Fault alua(List<String> words) {
    String array = array(words, 3);
    AccessState state =
        AccessState.of(words.get(2))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "\""
                            + words.get(2)
                            + "\" is no access state; there are: "
                            + AccessState.words()));
    return new Fault.Access(array, number(words.get(1), "target port group"), state);
  }

  private static Part part(List<String> words) {
    if (words.size() == 1) {
      return Part.path(words.get(0));
    }
    return Arrays.stream(Part.Kind.values())
        .filter(kind -> words.size() == 2 && kind.word().equals(words.get(0)))
        .map(kind -> new Part(kind, words.get(1)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"" + String.join(" ", words) + "\" is no part; " + PARTS));
  }

  private static String path(List<String> words) {
    Part part = part(words);
    if (part.kind() != Part.Kind.PATH) {
      throw new IllegalArgumentException("a path is wanted, not " + part);
    }
    return part.name();
  }

  private static String array(List<String> words, int count) {
    if (words.size() != count) {
      throw new IllegalArgumentException(
          FORMS.stream()
              .filter(form -> form.contains(" ARRAY "))
              .collect(Collectors.joining("; ", "other words are wanted; there are: ", "")));
    }
    return words.get(0);
  }

  private static long lun(List<String> words) {
    return number(words.get(1), "LUN");
  }

  private static int number(String text, String what) {
    try {
      return Integer.parseUnsignedInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("\"" + text + "\" is no number of a " + what, e);
    }
  }

  private static String last(List<String> words) {
    return words.isEmpty() ? "" : words.get(words.size() - 1);
  }
}
