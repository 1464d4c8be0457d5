package org.polypath.control.socket;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes frames of replies. A long one that many clients are given is made once, and held in memory
 * once, as long as one of them takes it. Any thread may call.
 */
final class Replies {
  /** From how many characters on a reply is worth remembering. */
  private static final int LONG = 16 << 10;

  private static final int REMEMBERED = 8;

  private volatile List<Made> made = List.of();

  private record Made(WeakReference<String> text, WeakReference<Frame> frame) {
    Optional<Frame> of(String wanted) {
      return text.refersTo(wanted) ? Optional.ofNullable(frame.get()) : Optional.empty();
    }
  }

  /** A reply as it is sent. */
  Frame frame(String text) {
    return text.length() < LONG ? Frame.of(text) : remembered(text);
  }

  private Frame remembered(String text) {
    Optional<Frame> there = made.stream().flatMap(it -> it.of(text).stream()).findFirst();
    if (there.isPresent()) {
      return there.get();
    }
    Frame frame = Frame.of(text);
    Made one = new Made(new WeakReference<>(text), new WeakReference<>(frame));
    made = Stream.concat(Stream.of(one), made.stream()).limit(REMEMBERED).toList();
    return frame;
  }
}
