package org.polypath.control.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polypath.api.settings.Configuration;
import org.polypath.api.topology.Topology;
import org.polypath.control.FakeConfiguration;
import org.polypath.control.FakePlatform;
import org.polypath.control.FakePlugins;
import org.polypath.control.LabTopology;

/** Long answers hold nobody up, and are made once for all. */
class RenderingsTest {
  private static final Topology TOPOLOGY = LabTopology.fourHosts().build();
  private static final Topology NEXT = LabTopology.fourHosts().build();
  private static final int CLIENTS = 50;
  private static final int GENEROUS = 60;

  /** More than is kept for who asks next. */
  private static final String HUGE = "x".repeat(5 << 20);

  private final Renderings renderings = new Renderings();
  private final CountDownLatch mayGoOn = new CountDownLatch(1);
  private final AtomicInteger made = new AtomicInteger();

  @AfterEach
  void close() {
    mayGoOn.countDown();
    renderings.close();
  }

  @Test
  void oneAnswerServesAllWhoAskForTheSame() {
    List<CompletionStage<String>> answers = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      answers.add(renderings.shared(TOPOLOGY, "show config", true, this::held));
    }
    mayGoOn.countDown();
    answers.forEach(answer -> assertThat(text(answer)).isEqualTo("answer 1"));
    assertThat(ask(TOPOLOGY, "show config")).as("asked later").isEqualTo("answer 1");
    assertThat(ask(TOPOLOGY, "show paths")).as("something else").isEqualTo("answer 2");
    assertThat(ask(NEXT, "show config")).as("of a newer topology").isEqualTo("answer 3");
    assertThat(ask(NEXT, "show config")).isEqualTo("answer 3");
  }

  @Test
  void whatIsHugeIsMadeAnewAndNotKept() {
    assertThat(text(renderings.shared(TOPOLOGY, "show config", true, this::huge))).isEqualTo(HUGE);
    assertThat(text(renderings.shared(TOPOLOGY, "show config", true, this::huge))).isEqualTo(HUGE);
    assertThat(made).hasValue(2);
    assertThat(ask(TOPOLOGY, "show paths")).as("there is room for others").isEqualTo("answer 3");
    assertThat(ask(TOPOLOGY, "show paths")).isEqualTo("answer 3");
  }

  @Test
  void whatFailedIsTriedAgain() {
    CompletionStage<String> broken =
        renderings.shared(
            TOPOLOGY,
            "show paths",
            true,
            () -> {
              throw new IllegalStateException("on purpose");
            });
    assertThat(broken.toCompletableFuture())
        .failsWithin(Duration.ofSeconds(GENEROUS))
        .withThrowableOfType(ExecutionException.class)
        .withMessageContaining("on purpose");
    assertThat(ask(TOPOLOGY, "show paths")).isEqualTo("answer 1");
  }

  @Test
  void theirTurnComesByPrivilege() {
    BlockingQueue<String> order = new LinkedBlockingQueue<>();
    renderings.shared(TOPOLOGY, "first", false, this::held);
    renderings.shared(TOPOLOGY, "second", false, this::held);
    List<CompletionStage<String>> all = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      String line = "anybody " + i;
      all.add(renderings.shared(TOPOLOGY, line, false, () -> note(order, line)));
    }
    all.add(renderings.shared(TOPOLOGY, "anybody 49", true, () -> note(order, "root")));
    mayGoOn.countDown();
    all.forEach(RenderingsTest::text);
    assertThat(List.copyOf(order).indexOf("root"))
        .as("of %s, by two threads", order)
        .isLessThanOrEqualTo(1);
  }

  @Test
  void whoAsksForLittleWaitsForNobodyWhoAsksForMuch() {
    FakePlatform platform = new FakePlatform(TOPOLOGY);
    Interpreter interpreter = new Interpreter(platform, new FakePlugins(), "1.2.3");
    platform.publish(with(new HeldConfiguration()));
    List<CompletionStage<String>> flood = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      flood.add(interpreter.interpret("show config", i % 2 == 0));
    }
    for (String line : List.of("show daemon", "show status", "show map mpatha json")) {
      assertThat(interpreter.interpret(line, false).toCompletableFuture()).as(line).isCompleted();
    }
    assertThat(flood).noneMatch(answer -> answer.toCompletableFuture().isDone());
    mayGoOn.countDown();
    flood.forEach(answer -> assertThat(text(answer)).isEqualTo("all\n"));
    assertThat(made).as("once for root, once for others").hasValue(2);
    interpreter.close();
  }

  private static Topology with(Configuration configuration) {
    return new Topology(
        TOPOLOGY.sequence(),
        TOPOLOGY.wallMillis(),
        TOPOLOGY.maps(),
        TOPOLOGY.paths(),
        TOPOLOGY.ignored(),
        Optional.of(configuration),
        false);
  }

  /** It takes long to print. */
  private final class HeldConfiguration extends FakeConfiguration {
    @Override
    public String print() {
      text(held());
      return super.print();
    }
  }

  private String ask(Topology topology, String line) {
    return text(renderings.shared(topology, line, true, this::numbered));
  }

  private CompletionStage<String> held() {
    try {
      mayGoOn.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return numbered();
  }

  private CompletionStage<String> numbered() {
    return CompletableFuture.completedStage("answer " + made.incrementAndGet());
  }

  private CompletionStage<String> huge() {
    made.incrementAndGet();
    return CompletableFuture.completedStage(HUGE);
  }

  private static CompletionStage<String> note(BlockingQueue<String> order, String what) {
    order.add(what);
    return CompletableFuture.completedStage(what);
  }

  private static String text(CompletionStage<String> answer) {
    return answer.toCompletableFuture().orTimeout(GENEROUS, TimeUnit.SECONDS).join();
  }
}
