package org.polypath.linux.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.LastErrorException;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.linux.process.ResidentCode.Mapping;

class ResidentCodeTest {
  @Test
  void programsLibrariesAndClassArchivesAreReadInWhole() {
    assertThat(
            ResidentCode.code(
                List.of(
                    "7f10-7f20 r-xp 00000000 08:01 11 /usr/lib/jvm/lib/server/libjvm.so",
                    "7f20-7f30 r--p 00001000 08:01 12 /usr/lib/libc.so.6",
                    "5500-5501 r-xp 00000000 08:01 13 /usr/lib/jvm/bin/java",
                    "7f40-7f50 rw-p 00000000 08:01 14 /opt/polypath/lib/classes-17.jsa")))
        .containsExactly(
            new Mapping(0x7f10, 0x7f20, "/usr/lib/jvm/lib/server/libjvm.so"),
            new Mapping(0x7f20, 0x7f30, "/usr/lib/libc.so.6"),
            new Mapping(0x5500, 0x5501, "/usr/lib/jvm/bin/java"),
            new Mapping(0x7f40, 0x7f50, "/opt/polypath/lib/classes-17.jsa"));
  }

  @Test
  void whatIsFarLargerThanWhatIsUsedOfItIsNot() {
    assertThat(
            ResidentCode.code(
                List.of(
                    "7f10-7f20 r--s 00000000 08:01 11 /usr/lib/jvm/lib/modules",
                    "7f20-7f30 rw-p 00000000 00:00 0",
                    "7f20-7f30 rw-p 00000000 00:00 0 [heap]",
                    "7f30-7f40 ---p 00000000 08:01 12 /usr/lib/libc.so.6")))
        .isEmpty();
  }

  @Test
  void whatComesLaterIsLockedThenAndNothingTwice(@TempDir Path folder) throws IOException {
    Path maps = folder.resolve("maps");
    List<String> locked = new ArrayList<>();
    ResidentCode code = new ResidentCode(locking(locked), maps);
    String first = "7000-9000 r-xp 00000000 08:01 11 /usr/lib/libone.so";
    String later = "f000-10000 r-xp 00000000 08:01 12 /usr/lib/libtwo.so.1";
    Files.writeString(maps, first);
    assertThat(code.take()).isEqualTo(0x2000);
    assertThat(code.take()).isZero();
    Files.write(maps, List.of(first, later));
    assertThat(code.take()).isEqualTo(0x1000);

    assertThat(locked).containsExactly("0x7000+8192", "0xf000+4096");
  }

  @Test
  void whatIsGoneMeanwhileIsNoTroubleAndTriedAgain(@TempDir Path folder) throws IOException {
    Path maps = folder.resolve("maps");
    AtomicInteger error = new AtomicInteger(12);
    ResidentCode code =
        new ResidentCode(
            calls(
                (address, length) -> {
                  if (error.get() != 0) {
                    throw new LastErrorException(error.get());
                  }
                }),
            maps);
    Files.writeString(maps, "7000-9000 r-xp 00000000 08:01 11 /usr/lib/libone.so");

    assertThat(code.take()).isZero();
    error.set(1);
    assertThatThrownBy(code::take).isInstanceOf(LastErrorException.class);
    error.set(0);
    assertThat(code.take()).isEqualTo(0x2000);
  }

  private static ProcessCalls locking(List<String> locked) {
    return calls(
        (address, length) ->
            locked.add("0x" + Long.toHexString(Pointer.nativeValue(address)) + "+" + length));
  }

  private static ProcessCalls calls(BiConsumer<Pointer, NativeLong> lock) {
    return (ProcessCalls)
        Proxy.newProxyInstance(
            ProcessCalls.class.getClassLoader(),
            new Class<?>[] {ProcessCalls.class},
            (self, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("mlock");
              lock.accept((Pointer) arguments[0], (NativeLong) arguments[1]);
              return 0;
            });
  }
}
