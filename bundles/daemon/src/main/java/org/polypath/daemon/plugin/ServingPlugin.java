package org.polypath.daemon.plugin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polypath.api.platform.PluginDirectory;

/**
 * A plug-in's service, where it came from, what it may, how it does, and who may follow it. Any
 * thread may call.
 */
public final class ServingPlugin<T> {
  /** So many maps say enough of a plug-in that computes. */
  private static final int MOST_REHEARSALS = 1024;

  private final T service;
  private final PluginIdentity identity;
  private final PluginNeeds needs;
  private final PluginCounters counters = new PluginCounters();
  private final CircuitBreaker breaker = new CircuitBreaker(System::nanoTime);
  private final Set<BlockedCall> holding = ConcurrentHashMap.newKeySet();
  private final AskedPaths paths = new AskedPaths(System::nanoTime);
  private final Map<String, Consumer<Challenge<T>>> rehearsals = new ConcurrentHashMap<>();
  private volatile boolean gone;
  private final List<Challenge<T>> challenges = new CopyOnWriteArrayList<>();

  /**
   * A plug-in that nothing went wrong with yet, and that may use all that there is.
   *
   * @param name its name
   * @param bundle the symbolic name of the bundle that brought it
   * @param version that bundle's version
   */
  public ServingPlugin(T service, String name, String bundle, String version) {
    this(service, new PluginIdentity("plug-in", name, bundle, version, 0), PluginNeeds.UNDECLARED);
  }

  ServingPlugin(T service, PluginIdentity identity, PluginNeeds needs) {
    this.service = service;
    this.identity = identity;
    this.needs = needs;
  }

  /** The service itself; not to be kept beyond one call. */
  public T service() {
    return service;
  }

  /** Its name. */
  public String name() {
    return identity.name();
  }

  /** How it is called in reasons and log lines: bundle and version. */
  public String label() {
    return identity.label();
  }

  PluginIdentity identity() {
    return identity;
  }

  PluginNeeds needs() {
    return needs;
  }

  /** Counts an answer. */
  void answered(long tookNanos) {
    counters.answered(tookNanos);
    breaker.answered();
  }

  /** Counts a fault. */
  void failed(long tookNanos, String fault) {
    counters.failed(tookNanos);
    breaker.failed(fault);
  }

  CircuitBreaker breaker() {
    return breaker;
  }

  PluginDirectory.Use use() {
    return counters.use(blockedCalls());
  }

  /** Where the service's classes come from; the threads that it starts are known by it. */
  ClassLoader loader() {
    return Optional.ofNullable(service.getClass().getClassLoader())
        .orElseGet(ServingPlugin.class::getClassLoader);
  }

  /** Notes that it is asked about a path. */
  void askedAbout(String path) {
    paths.note(path);
  }

  /**
   * Notes what it computes.
   *
   * @param map what that is about
   * @param rehearsal has the one that wants its place compute the same
   */
  void computed(String map, Consumer<Challenge<T>> rehearsal) {
    if (rehearsals.size() < MOST_REHEARSALS || rehearsals.containsKey(map)) {
      rehearsals.put(map, rehearsal);
    }
  }

  /**
   * It serves where another one did: what that one was asked, it will be, and who wanted that one's
   * place wants this one's.
   */
  void follows(ServingPlugin<T> other) {
    paths.addAll(other.paths);
    other.rehearsals.forEach(rehearsals::putIfAbsent);
    other.challenges.stream()
        .filter(challenge -> challenge.isOpen() && challenge.next() != this)
        .forEach(challenge -> challengedBy(challenge.against(this)));
  }

  /** The paths it is asked about again and again, or the maps it computed something of. */
  Set<String> subjects() {
    return Stream.of(paths.expected(), rehearsals.keySet())
        .flatMap(Set::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** How many paths or maps it is or was asked about. */
  int subjectCount() {
    return paths.count() + rehearsals.size();
  }

  /** What it is asked about, for people. */
  String kindOfSubjects() {
    return rehearsals.isEmpty() ? "paths" : "maps";
  }

  /** Who wants to take its place, and is still on trial: of several the one that came first. */
  Optional<Challenge<T>> challenge() {
    return challenges.stream().filter(Challenge::isOpen).findFirst();
  }

  void challengedBy(Challenge<T> next) {
    challenges.removeIf(challenge -> !challenge.isOpen());
    challenges.add(next);
    rehearsals.values().forEach(rehearsal -> rehearsal.accept(next));
  }

  /** Calls that block their threads. */
  int blockedCalls() {
    return (int) holding.stream().filter(BlockedCall::isBlocked).count();
  }

  void holds(BlockedCall call) {
    holding.add(call);
    if (gone) {
      call.interrupt();
    }
  }

  void returned(BlockedCall call) {
    holding.remove(call);
  }

  /**
   * Its bundle goes: threads it still holds are told to return, now or when they come to be held.
   */
  void left() {
    gone = true;
    holding.forEach(BlockedCall::interrupt);
  }

  PluginDirectory.Plugin describe(boolean serving, String remark) {
    return new PluginDirectory.Plugin(
        identity.kind(),
        identity.name(),
        identity.bundle(),
        identity.version(),
        serving,
        use(),
        remark.isEmpty() ? breaker.reason().orElse("") : remark);
  }
}
