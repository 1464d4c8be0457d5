package org.polypath.scsi;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a decoder makes of bytes from a device: a value, or why there is none.
 *
 * @param <T> what is decoded
 */
public sealed interface Decoded<T> {
  /**
   * Goes on with the value or with the error.
   *
   * @return what the function that fits answers
   */
  <R> R fold(
      Function<? super T, ? extends R> onValue,
      Function<? super Malformed<T>, ? extends R> onError);

  /** The bytes made sense. */
  static <T> Decoded<T> of(T value) {
    return new Value<>(value);
  }

  /** The bytes made no sense, and why. */
  static <T> Decoded<T> malformed(Defect defect, String text) {
    return new Malformed<>(defect, text);
  }

  /** Decodes further; an error stays what it is. */
  default <R> Decoded<R> flatMap(Function<? super T, Decoded<R>> next) {
    return fold(next, error -> malformed(error.defect(), error.text()));
  }

  /** The value; empty on an error. */
  default Optional<T> toOptional() {
    return fold(Optional::of, error -> Optional.empty());
  }

  /** How bytes can be wrong. */
  enum Defect {
    /** A field has a value, or a length, that it cannot have (the C library's EINVAL). */
    INVALID,
    /** A length inside the data points past their end (EOVERFLOW). */
    OVERFLOW,
    /** Well formed, but what was looked for is not there (ENODATA). */
    NO_DATA
  }

  /**
   * The bytes made sense.
   *
   * @param value what they say
   */
  record Value<T>(T value) implements Decoded<T> {
    @Override
    public <R> R fold(
        Function<? super T, ? extends R> onValue,
        Function<? super Malformed<T>, ? extends R> onError) {
      return onValue.apply(value);
    }
  }

  /**
   * The bytes made no sense.
   *
   * @param defect what kind of wrong
   * @param text one line that says what was expected and what was there
   */
  record Malformed<T>(Defect defect, String text) implements Decoded<T> {
    @Override
    public <R> R fold(
        Function<? super T, ? extends R> onValue,
        Function<? super Malformed<T>, ? extends R> onError) {
      return onError.apply(this);
    }
  }
}
