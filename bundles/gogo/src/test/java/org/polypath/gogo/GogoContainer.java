package org.polypath.gogo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.gogo.runtime.activator.Activator;
import org.apache.felix.service.command.CommandProcessor;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.polypath.api.platform.CommandInterpreter;
import org.polypath.api.platform.PluginDirectory;

/** A framework whose system bundle runs Gogo's runtime and our commands, for sessions in tests. */
final class GogoContainer implements AutoCloseable {
  private final Framework framework;
  private final Activator gogo = new Activator();
  private final CommandProcessor processor;

  GogoContainer(Path storage) throws Exception {
    framework =
        new FrameworkFactory()
            .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, storage.toString()));
    framework.start();
    BundleContext context = framework.getBundleContext();
    gogo.start(context);
    processor = context.getService(context.getServiceReference(CommandProcessor.class));
    register(context);
  }

  CommandProcessor processor() {
    return processor;
  }

  CommandHelp help() {
    return new CommandHelp(framework.getBundleContext());
  }

  @Override
  public void close() throws IOException {
    try {
      gogo.stop(framework.getBundleContext());
      framework.stop();
      framework.waitForStop(0);
    } catch (Exception e) {
      throw new IOException("the container does not stop", e);
    }
  }

  private static void register(BundleContext context) {
    PolypathCommands commands =
        new PolypathCommands(context, new FakeInterpreter(), new FakeDirectory());
    Dictionary<String, Object> properties = new Hashtable<>();
    properties.put(CommandProcessor.COMMAND_SCOPE, "polypath");
    properties.put(
        CommandProcessor.COMMAND_FUNCTION,
        new String[] {"topology", "paths", "fail", "plugins", "reconfigure", "help"});
    properties.put(
        CommandHelp.PROPERTY,
        new String[] {"topology [MAP]: all maps, or one", "fail PATH: no more"});
    context.registerService(PolypathCommands.class, commands, properties);
    properties.put(CommandProcessor.COMMAND_SCOPE, "other");
    properties.put(CommandProcessor.COMMAND_FUNCTION, "size");
    properties.remove(CommandHelp.PROPERTY);
    context.registerService(ArrayList.class, new ArrayList<>(), properties);
  }

  /** Answers with the line it was given. */
  private static final class FakeInterpreter implements CommandInterpreter {
    @Override
    public CompletionStage<String> interpret(String line, boolean privileged) {
      return CompletableFuture.completedStage(
          switch (line) {
            case "show paths" -> "ok\n";
            case "reconfigure nonsense" -> "reconfigure nonsense: not found\nhelp text\n";
            case "fail path \"nosuch\"" -> "fail\npath not found: nosuch\n";
            default -> line + " (" + privileged + ")\n";
          });
    }
  }

  private static final class FakeDirectory implements PluginDirectory {
    @Override
    public List<Plugin> plugins() {
      return List.of(new Plugin("checker", "tur", "b", "1", true, 0));
    }
  }
}
