package org.polypath.gogo;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.apache.felix.service.command.CommandProcessor;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.polypath.api.platform.Platform;
import org.polypath.api.topology.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shell on this process' own input and output (mode {@code console}). On a terminal it begins
 * with the topology; from a pipe it prints results only. When the input ends, so does the process:
 * with status 1 if any line failed.
 */
@Component(
    service = {},
    immediate = true)
public final class Console {
  private static final Logger LOG = LoggerFactory.getLogger(Console.class);

  private final BundleContext context;
  private final Platform platform;
  private final CommandProcessor processor;
  private final IntConsumer exit;
  private final Thread thread = new Thread(this::run, "console");

  /**
   * For the container.
   *
   * @param commands there so that the console begins when its commands are
   */
  @Activate
  public Console(
      BundleContext context,
      @Reference Platform platform,
      @Reference CommandProcessor processor,
      @Reference PolypathCommands commands,
      @Reference(target = "(polypath.exit=true)") IntConsumer exit) {
    this.context = context;
    this.platform = platform;
    this.processor = processor;
    this.exit = exit;
    thread.setDaemon(true);
    if ("console".equals(context.getProperty("polypath.mode"))) {
      thread.start();
    }
  }

  @Deactivate
  void close() {
    thread.interrupt();
  }

  private void run() {
    try (Shell shell = new Shell(processor, new CommandHelp(context))) {
      awaitRest();
      exit.accept(converse(shell) ? 0 : 1);
    } catch (IOException e) {
      LOG.error("the console broke", e);
      exit.accept(1);
    } catch (InterruptedException e) {
      LOG.debug("the console ends");
    }
  }

  private boolean converse(Shell shell) throws IOException {
    PrintStream out = stream(FileDescriptor.out);
    Dialogue dialogue = new Dialogue(shell, out, stream(FileDescriptor.err));
    if (isTerminal(0) && isTerminal(1)) {
      dialogue.run("topology");
      if (isLineEditorThere()) {
        return TerminalLines.converse(
            dialogue, new Completions(new CommandHelp(context), platform));
      }
      LOG.info("lines cannot be edited: nobody exports JLine to bundles");
    }
    return dialogue.run(new FileInputStream(FileDescriptor.in));
  }

  private boolean isLineEditorThere() {
    BundleWiring wiring = context.getBundle().adapt(BundleWiring.class);
    return wiring.getRequiredWires(BundleRevision.PACKAGE_NAMESPACE).stream()
        .map(wire -> wire.getCapability().getAttributes())
        .anyMatch(
            attributes ->
                "org.jline.reader".equals(attributes.get(BundleRevision.PACKAGE_NAMESPACE)));
  }

  private void awaitRest() throws InterruptedException {
    CountDownLatch rest = new CountDownLatch(1);
    Consumer<Topology> listener =
        topology -> {
          if (!topology.busy()) {
            rest.countDown();
          }
        };
    Platform.Subscription subscription = platform.subscribe(listener);
    try {
      listener.accept(platform.topology());
      rest.await();
    } finally {
      subscription.close();
    }
  }

  /** The process' own streams: Gogo takes System.in and System.out for its sessions. */
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }

  private static boolean isTerminal(int descriptor) throws IOException {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    if (!Files.isSymbolicLink(link)) {
      return false;
    }
    String target = Files.readSymbolicLink(link).toString();
    return target.startsWith("/dev/pts/")
        || target.startsWith("/dev/tty")
        || target.equals("/dev/console");
  }
}
