package org.polypath.control.socket;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.polypath.api.platform.CommandInterpreter;
import org.polypath.api.platform.Platform;
import org.polypath.api.socket.AbstractSockets;
import org.polypath.api.topology.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens on the addresses of {@code polypath.sockets} and answers what comes. Where one is in use
 * the process ends; when all listen, the starter is told.
 */
@Component(
    service = {},
    immediate = true)
public final class ControlServer {
  private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
  private static final String ABSTRACT = "@";
  private static final int MAX_CLIENTS = 128;
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long MAX_PAUSE_MILLIS = 10_000;

  /** Anyone may connect; what he may do depends on who he is. */
  private static final Set<PosixFilePermission> EVERYBODY =
      PosixFilePermissions.fromString("rw-rw-rw-");

  private final Connections connections;
  private final IntConsumer exit;
  private final Runnable ready;
  private final boolean daemon;
  private final Set<String> missing = new HashSet<>();
  private final List<Listener> listeners = new ArrayList<>();
  private Optional<Platform.Subscription> waiting = Optional.empty();
  private Optional<AbstractSockets> abstractSockets = Optional.empty();
  private boolean opened;
  private boolean told;
  private boolean settledSeen;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final AtomicBoolean settled = new AtomicBoolean();
  private boolean closed;

  /** For the container. */
  @Activate
  public ControlServer(
      BundleContext context,
      @Reference CommandInterpreter interpreter,
      @Reference Platform platform,
      @Reference(target = "(polypath.exit=true)") IntConsumer exit,
      @Reference(target = "(polypath.ready=true)") Runnable ready) {
    this(
        addresses(context.getProperty("polypath.sockets")),
        "daemon".equals(context.getProperty("polypath.mode")),
        interpreter,
        exit,
        ready);
    openWhenRunning(platform);
  }

  ControlServer(
      List<String> addresses,
      boolean daemon,
      CommandInterpreter interpreter,
      IntConsumer exit,
      Runnable ready) {
    this.connections = new Connections(MAX_CLIENTS, interpreter, Deadlines.USUAL);
    this.exit = exit;
    this.ready = ready;
    this.daemon = daemon;
    missing.addAll(addresses);
  }

  /** A platform that cannot start must not be seen listening. */
  private void openWhenRunning(Platform platform) {
    waiting = Optional.of(platform.subscribe(this::seen));
    Topology topology = platform.topology();
    if (topology.sequence() > 0) {
      seen(topology);
    }
  }

  /**
   * The first topology opens the sockets, the first settled one tells the starter: its maps are
   * there then.
   */
  private void seen(Topology topology) {
    if (begun.compareAndSet(false, true)) {
      new Thread(this::open, "control-open").start();
    }
    if (!topology.busy() && settled.compareAndSet(false, true)) {
      new Thread(this::settle, "control-ready").start();
    }
  }

  /** What was to be done at start is done. */
  synchronized void settle() {
    waiting.ifPresent(Platform.Subscription::close);
    settledSeen = true;
    tellWhenComplete();
  }

  /** Listens on every address that can be made now. */
  synchronized void open() {
    if (closed) {
      return;
    }
    opened = true;
    missing.stream()
        .filter(address -> !address.startsWith(ABSTRACT))
        .toList()
        .forEach(
            address -> listen(address, () -> PathListener.listen(Path.of(address), EVERYBODY)));
    abstractSockets.ifPresent(this::listenAbstract);
    tellWhenComplete();
  }

  /** What makes abstract sockets is there. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  synchronized void bindAbstractSockets(AbstractSockets sockets) {
    abstractSockets = Optional.of(sockets);
    if (opened) {
      listenAbstract(sockets);
      tellWhenComplete();
    }
  }

  private void listenAbstract(AbstractSockets sockets) {
    missing.stream()
        .filter(address -> address.startsWith(ABSTRACT))
        .toList()
        .forEach(
            address ->
                listen(
                    address,
                    () ->
                        new AbstractListener(
                            sockets.listen(address.substring(ABSTRACT.length())))));
  }

  /** Sockets that were made stay: they do not need their maker. */
  synchronized void unbindAbstractSockets(AbstractSockets sockets) {
    if (abstractSockets.filter(sockets::equals).isPresent()) {
      abstractSockets = Optional.empty();
    }
  }

  @Deactivate
  synchronized void close() {
    closed = true;
    waiting.ifPresent(Platform.Subscription::close);
    listeners.forEach(Listener::close);
    connections.close();
  }

  private static List<String> addresses(String property) {
    return Stream.of(Optional.ofNullable(property).orElse("").split(","))
        .map(String::strip)
        .filter(address -> !address.isEmpty())
        .toList();
  }

  private interface Opening {
    Listener open() throws IOException;
  }

  private synchronized void listen(String address, Opening opening) {
    try {
      Listener listener = opening.open();
      listeners.add(listener);
      missing.remove(address);
      Thread thread = new Thread(() -> acceptAll(address, listener), "control-" + address);
      thread.setDaemon(true);
      thread.start();
      LOG.info("listening: address: {}", address);
    } catch (IOException e) {
      LOG.error("{}", e.getMessage());
      exit.accept(1);
    }
  }

  private synchronized void tellWhenComplete() {
    if (daemon && opened && missing.isEmpty() && settledSeen && !told) {
      told = true;
      ready.run();
    }
  }

  private void acceptAll(String address, Listener listener) {
    long pause = 0;
    while (!isClosed()) {
      try {
        connections.add(listener.accept());
        pause = 0;
      } catch (IOException e) {
        if (pause == 0 && !isClosed()) {
          LOG.warn("no client can connect: address: {}, reason: {}", address, e.getMessage());
        }
        pause = Math.min(MAX_PAUSE_MILLIS, 2 * pause + FIRST_PAUSE_MILLIS);
        pause(pause);
      }
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  /** Out of file descriptors, for instance: trying again at once would only burn the processor. */
  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
