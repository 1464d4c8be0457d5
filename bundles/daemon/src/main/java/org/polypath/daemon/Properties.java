package org.polypath.daemon;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.polypath.core.CoreOptions;

/**
 * What the launcher tells the daemon, as framework properties.
 *
 * @param source plug-in name of discovery and dm binding ({@code polypath.source})
 * @param options what may be done ({@code polypath.core.checks}, {@code polypath.core.act}, {@code
 *     polypath.core.queue}, {@code polypath.core.only})
 * @param follows whether changes are followed; not for a process that does one thing and ends
 *     ({@code polypath.mode} is not {@code once})
 * @param configurationFile main configuration file ({@code polypath.config.file})
 * @param configurationDirectory drop-in directory ({@code polypath.config.directory})
 * @param stateDirectory where bindings and wwids are ({@code polypath.state.directory})
 * @param markerDirectory where markers for udev's rules are ({@code polypath.run.multipath})
 * @param bindingsReadOnly whether no map gets a new generated name ({@code
 *     polypath.bindings.read.only})
 */
public record Properties(
    String source,
    CoreOptions options,
    boolean follows,
    Path configurationFile,
    Path configurationDirectory,
    Path stateDirectory,
    Path markerDirectory,
    boolean bindingsReadOnly) {
  /** Reads the properties; what is missing has the default of a host. */
  static Properties of(BundleContext context) {
    return new Properties(
        text(context, "polypath.source", "linux"),
        new CoreOptions(
            flag(context, "polypath.core.checks"),
            acting(text(context, "polypath.core.act", "true")),
            flag(context, "polypath.core.queue"),
            Optional.of(text(context, "polypath.core.only", "")).filter(name -> !name.isEmpty())),
        !"once".equals(context.getProperty("polypath.mode")),
        Path.of(text(context, "polypath.config.file", "/etc/multipath.conf")),
        Path.of(text(context, "polypath.config.directory", "/etc/multipath/conf.d")),
        Path.of(text(context, "polypath.state.directory", "/etc/multipath")),
        Path.of(text(context, "polypath.run.multipath", "/run/multipath")),
        Boolean.parseBoolean(context.getProperty("polypath.bindings.read.only")));
  }

  private static CoreOptions.Acting acting(String value) {
    return switch (value) {
      case "false" -> CoreOptions.Acting.NEVER;
      case "commands" -> CoreOptions.Acting.ON_COMMAND;
      default -> CoreOptions.Acting.ALWAYS;
    };
  }

  private static String text(BundleContext context, String name, String otherwise) {
    String value = context.getProperty(name);
    return value == null || value.isEmpty() ? otherwise : value;
  }

  private static boolean flag(BundleContext context, String name) {
    return !"false".equals(context.getProperty(name));
  }
}
