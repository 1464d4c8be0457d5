package org.polypath.linux.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.polypath.linux.process.MemoryLock.Mapping;

class MemoryLockTest {
  @Test
  void programsLibrariesAndClassArchivesAreReadInWhole() {
    assertThat(
            MemoryLock.code(
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
            MemoryLock.code(
                List.of(
                    "7f10-7f20 r--s 00000000 08:01 11 /usr/lib/jvm/lib/modules",
                    "7f20-7f30 rw-p 00000000 00:00 0",
                    "7f20-7f30 rw-p 00000000 00:00 0 [heap]",
                    "7f30-7f40 ---p 00000000 08:01 12 /usr/lib/libc.so.6")))
        .isEmpty();
  }
}
