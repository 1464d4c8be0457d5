package org.polypath.daemon;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.polypath.api.topology.Topology;
import org.polypath.core.Core;
import org.polypath.core.Moment;
import org.polypath.core.effect.Effect;
import org.polypath.core.event.Event;
import org.polypath.core.event.Event.TimePassed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that owns the core: takes events in batches, hands out effects, publishes a
 * topology after each batch. Anybody may post; readers take the last topology without waiting.
 */
final class CoreThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CoreThread.class);

  /** Events of one batch; more wait for the next, so that readers see progress in a storm. */
  private static final int BATCH = 1000;

  /** A deadline in the past is looked at again no sooner than this. */
  private static final long SHORTEST_WAIT_MILLIS = 20;

  private static final long LONGEST_WAIT_MILLIS = 60_000;
  private static final long STOP_WAIT_MILLIS = 5_000;

  private final LinkedTransferQueue<Event> events = new LinkedTransferQueue<>();
  private final List<Consumer<Topology>> listeners = new CopyOnWriteArrayList<>();
  private final Core core;
  private final Consumer<Effect> performer;
  private final IntConsumer exit;
  private final Thread thread;
  private final PublicationPace pace = new PublicationPace(System.nanoTime());
  private final List<Effect> last = new ArrayList<>();
  private final AtomicLong turns = new AtomicLong();
  private volatile Topology topology = Topology.EMPTY;
  private volatile boolean seen;
  private volatile boolean stopping;

  CoreThread(Core core, Consumer<Effect> performer, IntConsumer exit) {
    this.core = core;
    this.performer = performer;
    this.exit = exit;
    thread = new Thread(this::runOrExit, "core");
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  void post(Event event) {
    events.add(event);
  }

  /** How often it has taken events: who sees this stand still sees the daemon stuck. */
  long turns() {
    return turns.get();
  }

  Topology topology() {
    if (!seen) {
      seen = true;
    }
    return topology;
  }

  Runnable subscribe(Consumer<Topology> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  public void close() {
    stopping = true;
    thread.interrupt();
    try {
      thread.join(STOP_WAIT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Without this thread nothing is decided any more: better a restart, which adopts the maps, than
   * a husk.
   */
  private void runOrExit() {
    try {
      run();
    } catch (RuntimeException | Error e) {
      LOG.error("the core broke: the daemon ends, to be started again", e);
      exit.accept(1);
    }
  }

  private void run() {
    perform(core.begin(Clock.now()));
    List<Event> batch = new ArrayList<>();
    while (!stopping) {
      Moment now;
      try {
        now = takeInto(batch);
      } catch (InterruptedException e) {
        continue;
      }
      batch.forEach(event -> step(now, event));
      batch.clear();
      if (!last.isEmpty() || isPublicationDue()) {
        publish();
      }
      last.forEach(this::perform);
      last.clear();
      turns.incrementAndGet();
    }
  }

  /** Waits for events, and takes them; answers when that was. */
  private Moment takeInto(List<Event> batch) throws InterruptedException {
    long nanoTime = System.nanoTime();
    long sleep = pace.sleepMillis(nanoTime, waitMillis(Clock.millis(nanoTime)));
    Event first = events.poll(sleep, TimeUnit.MILLISECONDS);
    Moment now = Clock.now();
    batch.add(first == null ? new TimePassed() : first);
    events.drainTo(batch, BATCH - 1);
    if (first != null && isDeadlineOver(now.millis())) {
      batch.add(new TimePassed());
    }
    return now;
  }

  /** Also while events never cease, deadlines are kept. */
  private boolean isDeadlineOver(long now) {
    OptionalLong deadline = core.nextDeadline();
    return deadline.isPresent() && deadline.getAsLong() <= now;
  }

  private long waitMillis(long now) {
    OptionalLong deadline = core.nextDeadline();
    long wait = deadline.isPresent() ? deadline.getAsLong() - now : LONGEST_WAIT_MILLIS;
    return Math.max(SHORTEST_WAIT_MILLIS, Math.min(LONGEST_WAIT_MILLIS, wait));
  }

  /**
   * A fault in a rule must not end the thread that holds all state: it is logged, and the next
   * event is taken.
   */
  private void step(Moment now, Event event) {
    try {
      perform(core.step(now, event));
    } catch (RuntimeException e) {
      LOG.error("event could not be taken; event: {}", event, e);
    }
  }

  /** Who gave a command is answered once readers can see what came of it; the end comes last. */
  private void perform(List<Effect> effects) {
    for (Effect effect : effects) {
      if (effect instanceof Effect.Answer || effect instanceof Effect.Stop) {
        last.add(effect);
      } else {
        perform(effect);
      }
    }
  }

  /** One effect that cannot be begun must not take those after it along. */
  private void perform(Effect effect) {
    try {
      performer.accept(effect);
    } catch (RuntimeException e) {
      LOG.error("effect could not be begun; effect: {}", effect, e);
    }
  }

  /** Who follows without looking waits for the end of what is under way. */
  private boolean isPublicationDue() {
    return pace.isDue(System.nanoTime(), seen || topology.busy());
  }

  private void publish() {
    seen = false;
    long begin = System.nanoTime();
    Topology next = core.topology();
    topology = next;
    for (Consumer<Topology> listener : listeners) {
      try {
        listener.accept(next);
      } catch (RuntimeException e) {
        LOG.warn("a listener of topologies failed", e);
      }
    }
    pace.made(begin, System.nanoTime());
  }
}
