package org.polypath.linux.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.LastErrorException;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.linux.kernel.ErrorNumber;

class PrecedenceTest {
  private final Recorder calls = new Recorder();

  @TempDir private Path tasks;

  @BeforeEach
  void twoThreads() throws IOException {
    Files.createDirectory(tasks.resolve("11"));
    Files.createDirectory(tasks.resolve("12"));
  }

  @Test
  void everyThreadRunsInRealTimeWhereTheLimitAllowsIt() throws IOException {
    calls.realTimeLimit = 99;
    assertThat(Precedence.take(calls, tasks)).isEqualTo("real time 10");
    assertThat(calls.made).containsExactlyInAnyOrder("11 round robin 10", "12 round robin 10");
  }

  @Test
  void noHigherThanTheLimit() throws IOException {
    calls.realTimeLimit = 3;
    assertThat(Precedence.take(calls, tasks)).isEqualTo("real time 3");
  }

  @Test
  void withoutALimitForItNicenessHasToDo() throws IOException {
    assertThat(Precedence.take(calls, tasks)).isEqualTo("niceness -10");
    assertThat(calls.made).containsExactlyInAnyOrder("11 nice -10", "12 nice -10");
  }

  @Test
  void whereAControlGroupForbidsRealTimeNicenessHasToDoToo() throws IOException {
    calls.realTimeLimit = 10;
    calls.realTimeForbidden = true;
    assertThat(Precedence.take(calls, tasks)).isEqualTo("niceness -10");
    assertThat(calls.made).containsExactlyInAnyOrder("11 nice -10", "12 nice -10");
  }

  @Test
  void aThreadThatEndedMeanwhileIsLeftOut() throws IOException {
    calls.ended = 11;
    assertThat(Precedence.take(calls, tasks)).isEqualTo("niceness -10");
    calls.realTimeLimit = 99;
    assertThat(Precedence.take(calls, tasks)).isEqualTo("real time 10");
    assertThat(calls.made).containsExactly("12 nice -10", "12 round robin 10");
  }

  private static final class Recorder implements ProcessCalls {
    final List<String> made = new ArrayList<>();
    long realTimeLimit;
    boolean realTimeForbidden;
    int ended;

    @Override
    public int prlimit64(int process, int resource, Pointer wanted, Pointer current) {
      assertThat(resource).as("RLIMIT_RTPRIO").isEqualTo(14);
      current.setLong(0, realTimeLimit);
      return 0;
    }

    @Override
    public int setpriority(int which, int who, int niceness) {
      requireAlive(who);
      made.add(who + " nice " + niceness);
      return 0;
    }

    @Override
    public int sched_setscheduler(int thread, int policy, Pointer parameters) {
      if (realTimeForbidden) {
        throw new LastErrorException(1);
      }
      assertThat(policy).as("SCHED_RR").isEqualTo(2);
      requireAlive(thread);
      made.add(thread + " round robin " + parameters.getInt(0));
      return 0;
    }

    private void requireAlive(int thread) {
      if (thread == ended) {
        throw new LastErrorException(ErrorNumber.ESRCH);
      }
    }

    @Override
    public int mlockall(int flags) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int mlock(Pointer address, NativeLong length) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int socket(int domain, int type, int protocol) {
      throw new UnsupportedOperationException();
    }

    @Override
    public NativeLong sendto(
        int descriptor, byte[] data, NativeLong count, int flags, Pointer address, int length) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int close(int descriptor) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String strerror(int number) {
      throw new UnsupportedOperationException();
    }
  }
}
