package org.polypath.control.command;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.polypath.api.platform.CommandInterpreter;
import org.polypath.api.platform.Platform;
import org.polypath.api.platform.PluginDirectory;
import org.polypath.control.report.Reports;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Understands a line and answers it. Reads are rendered from the last topology: short ones at once,
 * long ones apart.
 */
@Component(immediate = true)
public final class Interpreter implements CommandInterpreter {
  private static final Logger LOG = LoggerFactory.getLogger(Interpreter.class);

  private final Platform platform;
  private final CommandTable commands;
  private final Renderings renderings = new Renderings();

  /** For the container. */
  @Activate
  public Interpreter(
      @Reference Platform platform, @Reference PluginDirectory plugins, BundleContext context) {
    this(platform, plugins, release(context.getBundle().getVersion()));
  }

  Interpreter(Platform platform, PluginDirectory plugins, String version) {
    this.platform = platform;
    this.commands =
        new CommandTable(
            version,
            List.of(MultipathCommand.COMMAND, ReportCommand.of(new Reports(version, plugins))));
  }

  @Override
  public CompletionStage<String> interpret(String line, boolean privileged) {
    try {
      return answer(line, privileged)
          .thenApply(reply -> reply.isEmpty() ? ControlCommand.OK : reply)
          .exceptionally(failure -> broken(line, failure));
    } catch (RuntimeException e) {
      return CompletableFuture.completedStage(broken(line, e));
    }
  }

  private CompletionStage<String> answer(String line, boolean privileged) {
    CommandLine parsed;
    try {
      parsed = CommandLine.parse(line);
    } catch (CommandSyntaxException e) {
      return reply(e.isHelpful() ? explained(line, e.getMessage()) : ControlCommand.failed(""));
    }
    List<Keyword> keywords = parsed.keywords();
    if (keywords.isEmpty() || keywords.equals(List.of(Keyword.HELP))) {
      return reply(commands.help());
    }
    var command = commands.find(keywords);
    if (command.isEmpty()) {
      return reply(explained(line, "Missing argument"));
    }
    if (command.get().changes() && !privileged) {
      return reply(ControlCommand.failed("permission deny: need to be root"));
    }
    Supplier<CompletionStage<String>> work = () -> command.get().action().run(platform, parsed);
    return switch (command.get().effort()) {
      case LITTLE -> work.get();
      case GREAT -> renderings.apart(privileged, work);
      case GREAT_FOR_ALL -> renderings.shared(platform.topology(), line, privileged, work);
    };
  }

  @Deactivate
  void close() {
    renderings.close();
  }

  private String explained(String line, String reason) {
    return line.strip() + ": " + reason + "\n" + commands.help();
  }

  private static CompletionStage<String> reply(String text) {
    return CompletableFuture.completedStage(text);
  }

  private static String broken(String line, Throwable failure) {
    LOG.error("command broke: {}", line, failure);
    return ControlCommand.failed("internal error, see the log");
  }

  private static String release(Version version) {
    return version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
  }
}
