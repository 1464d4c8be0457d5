package org.polypath.daemon.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import org.polypath.api.hardware.HardwareSupport;
import org.polypath.api.hardware.HardwareText;
import org.polypath.api.settings.Finding;
import org.polypath.config.SourceText;

/** Services with hardware entries, good and bad ones. */
class HardwareQuestionTest {
  private static final long SHORT_MILLIS = 50;
  private static final HardwareQuestion QUESTION =
      new HardwareQuestion("com.acme", new Version(1, 2, 3), 11, 7);

  private static String only(HardwareSource source) {
    assertThat(source.texts()).isEmpty();
    assertThat(source.findings()).hasSize(1);
    return source.findings().get(0).message();
  }

  @Test
  void itsTextsAreCalledByBundleAndName() {
    HardwareSource source =
        QUESTION.ask(() -> List.of(new HardwareText("one", "1"), new HardwareText("two", "2")));
    assertThat(source.order()).isEqualTo(7);
    assertThat(source.texts())
        .containsExactly(
            new SourceText("bundle com.acme 1.2.3 one", "1"),
            new SourceText("bundle com.acme 1.2.3 two", "2"));
    assertThat(source.findings()).isEqualTo(List.<Finding>of());
  }

  @Test
  void oneThatThrowsIsAFinding() {
    HardwareSupport broken =
        () -> {
          throw new IllegalStateException("no array");
        };
    assertThat(only(QUESTION.ask(broken)))
        .isEqualTo(
            "bundle com.acme 1.2.3: the hardware service failed:"
                + " java.lang.IllegalStateException: no array; left out");
  }

  @Test
  void oneWhoseCodeDoesNotLinkIsAFinding() {
    HardwareSupport broken =
        () -> {
          throw new NoClassDefFoundError("com/acme/Gone");
        };
    assertThat(only(QUESTION.ask(broken))).contains("NoClassDefFoundError");
  }

  @Test
  void oneThatHangsIsAFinding() {
    CountDownLatch end = new CountDownLatch(1);
    HardwareSupport hanging =
        () -> {
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return List.of();
        };
    assertThat(only(QUESTION.ask(hanging, SHORT_MILLIS))).contains("did not answer within 50 ms");
    end.countDown();
  }
}
