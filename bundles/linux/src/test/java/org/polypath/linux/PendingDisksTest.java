package org.polypath.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.polypath.api.discovery.DiscoveryException;
import org.polypath.linux.udev.DiskMonitor;

class PendingDisksTest {
  private final PendingDisks pending = new PendingDisks();
  private final List<String> handled = new ArrayList<>();
  private final DiskMonitor.Listener handler =
      new DiskMonitor.Listener() {
        @Override
        public void changed(String name) {
          handled.add("changed " + name);
        }

        @Override
        public void removed(String name) {
          handled.add("removed " + name);
        }

        @Override
        public void overflowed() {
          handled.add("overflowed");
        }
      };

  @Test
  void manyChangesOfADiskAreOne() {
    pending.changed("sda");
    pending.changed("sdb");
    pending.changed("sda");
    assertThat(drained()).containsExactly("changed sda", "changed sdb");
  }

  @Test
  void whatWasBeforeARemovalIsOfNoInterest() {
    pending.changed("sda");
    pending.removed("sda");
    assertThat(drained()).containsExactly("removed sda");
  }

  @Test
  void aDiskThatTookANameIsNotTheOneThatHadIt() {
    pending.removed("sda");
    pending.changed("sda");
    pending.changed("sda");
    assertThat(drained()).containsExactly("removed sda", "changed sda");
  }

  @Test
  void whatIsNoPathDoesNotWait() {
    pending.changed("dm-1");
    pending.removed("loop0");
    assertThat(pending.size()).isZero();
  }

  @Test
  void lostEventsAreToldFirstAndOnce() {
    pending.changed("sda");
    pending.overflowed();
    pending.overflowed();
    assertThat(pending.handleNext(handler)).isTrue();
    assertThat(drained()).containsExactly("overflowed", "changed sda");
  }

  @Test
  void afterClosingNothingIsHandled() {
    pending.changed("sda");
    pending.close();
    assertThat(pending.handleNext(handler)).isFalse();
    assertThat(handled).isEmpty();
  }

  @Test
  void aDiskThatCannotBeLookedAtNowWaitsOn() {
    pending.changed("sda");
    DiskMonitor.Listener failing =
        new DiskMonitor.Listener() {
          @Override
          public void changed(String name) {
            throw new DiscoveryException("too many open files");
          }

          @Override
          public void removed(String name) {
            handled.add("removed " + name);
          }

          @Override
          public void overflowed() {
            handled.add("overflowed");
          }
        };
    assertThatThrownBy(() -> pending.handleNext(failing)).isInstanceOf(DiscoveryException.class);
    assertThat(drained()).containsExactly("changed sda");
  }

  @Test
  void aStormOfAHundredThousandEventsLeavesNoMoreThanThereAreDisks() {
    Random random = new Random(1);
    List<String> last = new ArrayList<>();
    for (int disk = 0; disk < 200; disk++) {
      last.add("");
    }
    for (int event = 0; event < 100_000; event++) {
      int disk = random.nextInt(200);
      boolean gone = random.nextInt(4) == 0;
      String name = name(disk);
      if (gone) {
        pending.removed(name);
      } else {
        pending.changed(name);
      }
      last.set(disk, (gone ? "removed " : "changed ") + name);
      assertThat(pending.size()).isLessThanOrEqualTo(200);
    }
    assertThat(drained()).hasSizeLessThanOrEqualTo(400).containsAll(last);
  }

  private List<String> drained() {
    while (pending.size() > 0) {
      pending.handleNext(handler);
    }
    return handled;
  }

  private static String name(int disk) {
    return "sd" + (char) ('a' + disk / 26) + (char) ('a' + disk % 26);
  }
}
