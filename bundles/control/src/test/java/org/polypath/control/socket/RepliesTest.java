package org.polypath.control.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RepliesTest {
  private static final int LONG = 100_000;

  private final Replies replies = new Replies();

  @Test
  void aLongReplyIsMadeOnceForAllWhoAreGivenIt() {
    String text = "x".repeat(LONG);
    String another = "y".repeat(LONG);
    Frame frame = replies.frame(text);
    Frame other = replies.frame(another);
    assertThat(replies.frame(text)).isSameAs(frame);
    assertThat(replies.frame(another)).isSameAs(other).isNotSameAs(frame);
  }

  @Test
  void onlyTheLastOnesAreRemembered() {
    String text = "x".repeat(LONG);
    Frame frame = replies.frame(text);
    for (int i = 0; i < 100; i++) {
      replies.frame(i + text);
    }
    assertThat(replies.frame(text)).isNotSameAs(frame);
  }

  @Test
  void aFrameIsLengthTextAndNulAndIsSentInParts() {
    Frame frame = replies.frame("é");
    assertThat(frame.length()).isEqualTo(Long.BYTES + 3);
    assertThat(frame.part(0, LONG).order(ByteOrder.nativeOrder()).getLong()).isEqualTo(3);
    assertThat(StandardCharsets.UTF_8.decode(frame.part(Long.BYTES, LONG)).toString())
        .isEqualTo("é\0");
    assertThat(frame.part(Long.BYTES, 2).remaining()).isEqualTo(2);
  }
}
