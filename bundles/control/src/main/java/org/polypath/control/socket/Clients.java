package org.polypath.control.socket;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.polypath.api.socket.Peer;

/**
 * The clients that are connected, at most so many. When all places are taken, the one that has been
 * idle for longest makes room, unprivileged ones first: nobody can keep others out by connecting
 * often. Who has just come is given time to ask; until then others wait in the kernel's queue.
 */
final class Clients {
  /** How long a client may be idle before its place can be taken. */
  private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final int limit;
  private final int replyBytes;
  private final Map<Peer, Client> clients = new HashMap<>();

  /**
   * @param limit how many there may be
   * @param replyBytes how much may wait to be taken by all of them together, beside the largest
   *     reply
   */
  Clients(int limit, int replyBytes) {
    this.limit = limit;
    this.replyBytes = replyBytes;
  }

  void add(Client client) {
    clients.put(client.peer(), client);
  }

  void remove(Client client) {
    clients.remove(client.peer());
  }

  /** All of them now. */
  List<Client> all() {
    return List.copyOf(clients.values());
  }

  /** The client behind a socket; empty if it was dropped. */
  Optional<Client> of(Peer peer) {
    return Optional.ofNullable(clients.get(peer));
  }

  /** Whether there is no place for so many more. */
  boolean isFull(int more) {
    return clients.size() + more > limit;
  }

  /** Whether somebody can leave so that another can come. */
  boolean isAnyDispensable(long now) {
    return clients.values().stream().anyMatch(client -> client.idle(now) >= GRACE_NANOS);
  }

  /**
   * Who has to leave so that others can come, in this order; empty while all have just come or are
   * served.
   */
  List<Client> dispensable(long now) {
    return clients.values().stream()
        .filter(client -> client.idle(now) >= GRACE_NANOS)
        .sorted(idleness(now).reversed())
        .toList();
  }

  /** When somebody will have been idle for long enough, in nanoseconds from now. */
  long nanosToRoom(long now) {
    long longest = clients.values().stream().mapToLong(client -> client.idle(now)).max().orElse(0);
    return Math.max(0, GRACE_NANOS - longest);
  }

  /**
   * Who has to leave because replies that are not taken fill the memory. One that several clients
   * take counts once. The largest is let pass, however large it is: only others beside it are too
   * many.
   */
  Optional<Client> hoarder(long now) {
    Set<Frame> replies = Collections.newSetFromMap(new IdentityHashMap<>());
    clients.values().forEach(client -> client.pending().ifPresent(replies::add));
    LongSummaryStatistics waiting = replies.stream().mapToLong(Frame::length).summaryStatistics();
    return replies.isEmpty() || waiting.getSum() - waiting.getMax() <= replyBytes
        ? Optional.empty()
        : longestIdle(clients.values().stream().filter(it -> it.pending().isPresent()), now);
  }

  /** The next time at which a client's deadline is reached; empty if there is none. */
  Optional<Long> nextDeadline(long now) {
    return clients.values().stream()
        .flatMap(client -> client.deadline().stream())
        .min(Comparator.comparingLong(deadline -> deadline - now));
  }

  private static Optional<Client> longestIdle(Stream<Client> candidates, long now) {
    return candidates.max(idleness(now));
  }

  private static Comparator<Client> idleness(long now) {
    return Comparator.comparing((Client client) -> !client.isPrivileged())
        .thenComparing(client -> client.idle(now));
  }
}
