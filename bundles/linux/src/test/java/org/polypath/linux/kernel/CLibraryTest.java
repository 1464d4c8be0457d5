package org.polypath.linux.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Native;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CLibraryTest {
  private final CLibrary library = new CLibrary();

  @Test
  void aFailedCallSaysWhatTheSystemSaid() {
    LibC functions = library.functions();

    assertThatThrownBy(
            () -> library.checked("open /nowhere", () -> functions.open("/nowhere/at/all", 0)))
        .isInstanceOfSatisfying(
            SystemCallException.class, e -> assertThat(e.number()).isEqualTo(ErrorNumber.ENOENT))
        .hasMessage("open /nowhere: No such file or directory (error number 2)");
  }

  @Test
  void aCallThatASignalInterruptsIsMadeAgain() throws SystemCallException {
    AtomicInteger calls = new AtomicInteger();

    int result =
        library.checked(
            "call",
            () -> {
              Native.setLastError(ErrorNumber.EINTR);
              return calls.incrementAndGet() < 3 ? -1 : 7;
            });

    assertThat(result).isEqualTo(7);
    assertThat(calls).hasValue(3);
  }

  @Test
  void aLibraryThatCannotBeBoundIsToldInTheSameWordsEachTime() {
    for (LinkageError error :
        new LinkageError[] {
          new UnsatisfiedLinkError("libudev.so.1: not found"),
          new NoClassDefFoundError("Could not initialize class com.sun.jna.Native"),
        }) {
      assertThatThrownBy(
              () ->
                  NativeLibraryException.guard(
                      "libudev.so.1",
                      () -> {
                        throw error;
                      }))
          .isInstanceOf(NativeLibraryException.class)
          .hasCause(error)
          .hasMessageContaining("cannot bind libudev.so.1: " + error.getMessage())
          .hasMessageContaining("jna.boot.library.path");
    }
  }
}
