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
import org.polypath.api.socket.AbstractSockets;
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
  private boolean closed;

  /** For the container. */
  @Activate
  public ControlServer(
      BundleContext context,
      @Reference CommandInterpreter interpreter,
      @Reference(target = "(polypath.exit=true)") IntConsumer exit,
      @Reference(target = "(polypath.ready=true)") Runnable ready) {
    this(
        addresses(context.getProperty("polypath.sockets")),
        "daemon".equals(context.getProperty("polypath.mode")),
        interpreter,
        exit,
        ready);
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
    addresses.stream()
        .filter(address -> !address.startsWith(ABSTRACT))
        .forEach(
            address -> listen(address, () -> PathListener.listen(Path.of(address), EVERYBODY)));
    tellWhenComplete();
  }

  /** What makes abstract sockets is there. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  synchronized void bindAbstractSockets(AbstractSockets sockets) {
    List<String> addresses =
        missing.stream().filter(address -> address.startsWith(ABSTRACT)).toList();
    for (String address : addresses) {
      String name = address.substring(ABSTRACT.length());
      listen(address, () -> new AbstractListener(sockets.listen(name)));
    }
    if (!addresses.isEmpty()) {
      tellWhenComplete();
    }
  }

  /** Sockets that were made stay: they do not need their maker. */
  void unbindAbstractSockets(AbstractSockets sockets) {
    LOG.debug("no abstract sockets can be made any more");
  }

  @Deactivate
  synchronized void close() {
    closed = true;
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
    if (daemon && missing.isEmpty()) {
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
