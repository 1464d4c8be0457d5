package org.polypath.gogo;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jdk.net.ExtendedSocketOptions;
import org.apache.felix.service.command.CommandProcessor;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The socket to the shell, {@code polypath.shell.socket}. A session can run any code, so only root
 * and the user that this process runs as may use it.
 */
@Component(
    service = {},
    immediate = true)
public final class ShellServer {
  private static final Logger LOG = LoggerFactory.getLogger(ShellServer.class);
  private static final int MAX_CLIENTS = 16;

  private final CommandProcessor processor;
  private final CommandHelp help;
  private final Optional<Path> path;
  private final Optional<ServerSocketChannel> server;
  private final Set<SocketChannel> clients = ConcurrentHashMap.newKeySet();

  /** For the container. */
  @Activate
  public ShellServer(BundleContext context, @Reference CommandProcessor processor) {
    this(
        Optional.ofNullable(context.getProperty("polypath.shell.socket")).orElse(""),
        processor,
        new CommandHelp(context));
  }

  ShellServer(String address, CommandProcessor processor, CommandHelp help) {
    this.processor = processor;
    this.help = help;
    this.path = Optional.of(address).filter(text -> !text.isEmpty()).map(Path::of);
    this.server = path.flatMap(ShellServer::listen);
    server.ifPresent(channel -> daemonThread(() -> acceptAll(channel), "shell-server"));
  }

  @Deactivate
  void close() throws IOException {
    if (server.isPresent()) {
      server.get().close();
      Files.deleteIfExists(path.orElseThrow());
    }
    for (SocketChannel client : clients) {
      client.close();
    }
  }

  /** The platform works without its shell: a failure is told, no more. */
  private static Optional<ServerSocketChannel> listen(Path path) {
    try {
      UnixDomainSocketAddress address = UnixDomainSocketAddress.of(path);
      if (isAnswered(address)) {
        LOG.error("no shell: another daemon answers on its socket: path: {}", path);
        return Optional.empty();
      }
      Files.deleteIfExists(path);
      ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      channel.bind(address);
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
      LOG.info("shell listening: path: {}", path);
      return Optional.of(channel);
    } catch (IOException e) {
      LOG.error("no shell: cannot listen: path: {}, reason: {}", path, e.getMessage());
      return Optional.empty();
    }
  }

  private static boolean isAnswered(UnixDomainSocketAddress address) throws IOException {
    if (!Files.exists(address.getPath())) {
      return false;
    }
    try (SocketChannel probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      probe.connect(address);
      return true;
    } catch (ConnectException e) {
      return false;
    }
  }

  private void acceptAll(ServerSocketChannel channel) {
    while (channel.isOpen()) {
      try {
        SocketChannel client = channel.accept();
        if (clients.size() >= MAX_CLIENTS || !mayUse(client)) {
          LOG.warn("shell refused: connected: {}", clients.size());
          client.close();
        } else {
          clients.add(client);
          daemonThread(() -> serve(client), "shell-client");
        }
      } catch (IOException e) {
        LOG.debug("shell: no client: {}", e.getMessage());
      }
    }
  }

  private void serve(SocketChannel client) {
    try (client;
        Shell shell = new Shell(processor, help)) {
      ShellFrames frames = new ShellFrames(client);
      for (var line = frames.receive(); line.isPresent(); line = frames.receive()) {
        Shell.Answer answer = shell.run(line.get());
        frames.send("exit " + (answer.succeeded() ? 0 : 1) + "\n" + answer.text());
      }
    } catch (IOException e) {
      LOG.debug("shell: client dropped: {}", e.getMessage());
    } finally {
      clients.remove(client);
    }
  }

  private static boolean mayUse(SocketChannel client) throws IOException {
    UserPrincipal peer = client.getOption(ExtendedSocketOptions.SO_PEERCRED).user();
    return peer.equals(Files.getOwner(Path.of("/proc/self"))) || peer.equals(root());
  }

  /** The JDK looks a name up, and takes a number for an id where there is no such name. */
  private static UserPrincipal root() throws IOException {
    return FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName("0");
  }

  private static void daemonThread(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }
}
