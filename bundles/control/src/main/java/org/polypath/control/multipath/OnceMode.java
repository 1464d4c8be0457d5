package org.polypath.control.multipath;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polypath.api.platform.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where this process is a {@code multipath} without a daemon (mode {@code once}): does what it was
 * asked for, prints, and ends the process.
 */
@Component(
    service = {},
    immediate = true)
public final class OnceMode {
  private static final Logger LOG = LoggerFactory.getLogger(OnceMode.class);

  /** For the container. */
  @Activate
  public OnceMode(
      BundleContext context,
      @Reference Platform platform,
      @Reference(target = "(polypath.exit=true)") IntConsumer exit) {
    if ("once".equals(context.getProperty("polypath.mode"))) {
      start(platform, context.getProperty("polypath.once.arguments"), exit);
    }
  }

  private static void start(Platform platform, String lines, IntConsumer exit) {
    List<String> words = Optional.ofNullable(lines).orElse("").lines().toList();
    try {
      new MultipathWork(platform, MultipathArguments.parse(words))
          .withOwnPlatform()
          .exceptionally(OnceMode::broken)
          .thenAccept(outcome -> end(outcome, exit));
    } catch (IllegalArgumentException e) {
      end(Outcome.failed(e.getMessage()), exit);
    }
  }

  private static Outcome broken(Throwable failure) {
    LOG.error("multipath broke", failure);
    return Outcome.failed("internal error, see the log");
  }

  private static void end(Outcome outcome, IntConsumer exit) {
    // the process' own streams: a shell in the container may have taken System.out
    FileDescriptor stream = outcome.status() == 0 ? FileDescriptor.out : FileDescriptor.err;
    PrintStream out = new PrintStream(new FileOutputStream(stream), false, StandardCharsets.UTF_8);
    out.print(outcome.text());
    out.flush();
    exit.accept(outcome.status());
  }
}
