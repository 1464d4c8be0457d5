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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
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
import org.polypath.api.socket.LocalSockets;
import org.polypath.api.socket.ServedSocket;
import org.polypath.api.topology.Topology;
import org.polypath.control.turn.Turns;
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

  /** What takes time is not done by these: they understand what is asked, and hand it on. */
  private static final int WORKERS = 2;

  /** Anyone may connect; what he may do depends on who he is. */
  private static final Set<PosixFilePermission> EVERYBODY =
      PosixFilePermissions.fromString("rw-rw-rw-");

  private final CommandInterpreter interpreter;
  private final ExecutorService workers = Turns.threads(WORKERS, "control-worker");
  private final IntConsumer exit;
  private final Runnable ready;
  private final boolean daemon;
  private final Set<String> missing = new HashSet<>();
  private final List<Integer> inherited;
  private final List<SocketService> services = new ArrayList<>();
  private Optional<Platform.Subscription> waiting = Optional.empty();
  private Optional<LocalSockets> localSockets = Optional.empty();
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
        InheritedSockets.descriptors(System.getenv(), ProcessHandle.current().pid()),
        "daemon".equals(context.getProperty("polypath.mode")),
        interpreter,
        exit,
        ready);
    openWhenRunning(platform);
  }

  ControlServer(
      List<String> addresses,
      List<Integer> inherited,
      boolean daemon,
      CommandInterpreter interpreter,
      IntConsumer exit,
      Runnable ready) {
    this.interpreter = interpreter;
    this.inherited = new ArrayList<>(inherited);
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

  /** Listens on every address that can be made now; on inherited sockets before all others. */
  synchronized void open() {
    if (closed) {
      return;
    }
    opened = true;
    localSockets.ifPresent(this::openWith);
    if (inherited.isEmpty()) {
      addresses(address -> !address.startsWith(ABSTRACT))
          .forEach(address -> serve(address, () -> PathSocket.listen(Path.of(address), EVERYBODY)));
    }
    tellWhenComplete();
  }

  /** What makes sockets that the JDK cannot is there. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  synchronized void bindLocalSockets(LocalSockets sockets) {
    localSockets = Optional.of(sockets);
    if (opened) {
      open();
    }
  }

  private void openWith(LocalSockets sockets) {
    inherited.forEach(number -> serve("descriptor " + number, () -> sockets.adopt(number)));
    inherited.clear();
    addresses(address -> address.startsWith(ABSTRACT))
        .forEach(
            address -> serve(address, () -> sockets.listen(address.substring(ABSTRACT.length()))));
  }

  private List<String> addresses(Predicate<String> wanted) {
    return missing.stream().filter(wanted).toList();
  }

  /** Sockets that were made stay: they do not need their maker. */
  synchronized void unbindLocalSockets(LocalSockets sockets) {
    if (localSockets.filter(sockets::equals).isPresent()) {
      localSockets = Optional.empty();
    }
  }

  @Deactivate
  synchronized void close() {
    closed = true;
    waiting.ifPresent(Platform.Subscription::close);
    services.forEach(SocketService::close);
    workers.shutdownNow();
  }

  private static List<String> addresses(String property) {
    return Stream.of(Optional.ofNullable(property).orElse("").split(","))
        .map(String::strip)
        .filter(address -> !address.isEmpty())
        .toList();
  }

  private interface Opening {
    ServedSocket open() throws IOException;
  }

  private synchronized void serve(String address, Opening opening) {
    try {
      ServedSocket socket = opening.open();
      SocketService service = new SocketService(socket, interpreter, workers);
      services.add(service);
      missing.remove(socket.address());
      service.start();
      LOG.info("listening: address: {}", socket.address());
    } catch (IOException e) {
      LOG.error("no client can connect: address: {}, reason: {}", address, e.getMessage());
      exit.accept(1);
    }
  }

  private synchronized void tellWhenComplete() {
    if (daemon && opened && missing.isEmpty() && settledSeen && !told) {
      told = true;
      ready.run();
    }
  }
}
