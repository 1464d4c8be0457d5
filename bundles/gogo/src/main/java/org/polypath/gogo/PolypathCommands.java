package org.polypath.gogo;

import java.util.Comparator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polypath.api.platform.CommandInterpreter;
import org.polypath.api.platform.PluginDirectory;

/** Polypath's commands for Gogo: what {@code multipathd} answers too, and the plug-ins. */
@Component(
    service = PolypathCommands.class,
    property = {
      "osgi.command.scope=polypath",
      "osgi.command.function=topology",
      "osgi.command.function=paths",
      "osgi.command.function=maps",
      "osgi.command.function=status",
      "osgi.command.function=explain",
      "osgi.command.function=fail",
      "osgi.command.function=reinstate",
      "osgi.command.function=reconfigure",
      "osgi.command.function=plugins",
      "osgi.command.function=shutdown",
      "osgi.command.function=help",
      CommandHelp.PROPERTY + "=topology [MAP]: all maps with their groups and paths, or one",
      CommandHelp.PROPERTY + "=paths: the paths, a line each",
      CommandHelp.PROPERTY + "=maps [status|stats]: the maps, a line each",
      CommandHelp.PROPERTY + "=status: what is well, what is not, and what to do",
      CommandHelp.PROPERTY + "=explain PATH|MAP: why it is as it is",
      CommandHelp.PROPERTY + "=fail PATH: use a path no more",
      CommandHelp.PROPERTY + "=reinstate PATH: use it again",
      CommandHelp.PROPERTY
          + "=reconfigure [all]: read the configuration again; all: load every table again",
      CommandHelp.PROPERTY + "=plugins: which plug-ins serve, and how they fare",
      CommandHelp.PROPERTY + "=shutdown: stop the platform; maps stay",
      CommandHelp.PROPERTY + "=help [COMMAND]: this list, or what is said of one command"
    })
public final class PolypathCommands {
  private static final long SECONDS = 120;
  private static final String FAIL = "fail\n";

  private final CommandInterpreter interpreter;
  private final PluginDirectory directory;
  private final CommandHelp help;

  /** For the container. */
  @Activate
  public PolypathCommands(
      BundleContext context,
      @Reference CommandInterpreter interpreter,
      @Reference PluginDirectory directory) {
    this.help = new CommandHelp(context);
    this.interpreter = interpreter;
    this.directory = directory;
  }

  /** Draws all maps. */
  public String topology() {
    return shown("show topology");
  }

  /** Draws one map. */
  public String topology(String map) {
    return shown("show map " + quoted(map) + " topology");
  }

  /** Lists all paths. */
  public String paths() {
    return shown("show paths");
  }

  /** Lists all maps: names, or {@code status} or {@code stats} of them. */
  public String maps(String... kind) {
    return shown(("show maps " + String.join(" ", kind)).strip());
  }

  /** Says what is well, what is not, and what to do. */
  public String status() {
    return interpret("polypath status");
  }

  /** Says why a path or map is as it is. */
  public String explain(String name) {
    return interpret("polypath " + quoted("explain " + name));
  }

  /** Fails a path. */
  public String fail(String path) {
    return interpret("fail path " + quoted(path));
  }

  /** Takes a path back. */
  public String reinstate(String path) {
    return interpret("reinstate path " + quoted(path));
  }

  /** Reads the configuration again; with {@code all}, loads every table again too. */
  public String reconfigure(String... all) {
    return interpret(("reconfigure " + String.join(" ", all)).strip());
  }

  /** Lists the plug-ins. */
  public String plugins() {
    return PluginTable.of(
        directory.plugins().stream()
            .sorted(
                Comparator.comparing(PluginDirectory.Plugin::kind)
                    .thenComparing(PluginDirectory.Plugin::name))
            .toList());
  }

  /** Stops the platform. */
  public String shutdown() {
    return interpret("shutdown");
  }

  /** Lists the commands and what they do. */
  public String help() {
    return help.all();
  }

  /** Tells how one command is used. */
  public String help(String command) {
    return help.of(command)
        .orElseThrow(
            () ->
                new CommandFailedException(
                    help.names().contains(command)
                        ? "nothing is said of it: " + command
                        : help.missing(command)));
  }

  /** A reply without rows comes as a bare {@code ok}, which says nothing to a reader. */
  private String shown(String line) {
    String reply = interpret(line);
    return reply.equals("ok\n") ? "" : reply;
  }

  private String interpret(String line) {
    String reply = answer(line);
    if (reply.startsWith(FAIL)) {
      String reason = reply.substring(FAIL.length()).strip();
      throw new CommandFailedException(reason.isEmpty() ? "failed: " + line : reason);
    }
    if (reply.startsWith(line + ": ")) {
      throw new CommandFailedException(reply.lines().findFirst().orElse(reply));
    }
    return reply;
  }

  private String answer(String line) {
    try {
      return interpreter.interpret(line, true).toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new CommandFailedException("not done within " + SECONDS + " s: " + line);
    } catch (ExecutionException e) {
      throw new CommandFailedException(line + ": " + e.getCause().getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailedException("interrupted: " + line);
    }
  }

  private static String quoted(String word) {
    return "\"" + word.replace("\"", "\"\"") + "\"";
  }
}
