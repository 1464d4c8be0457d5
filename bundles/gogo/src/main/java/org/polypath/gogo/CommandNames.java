package org.polypath.gogo;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The names of the commands that bundles offer now. */
final class CommandNames {
  private static final String FUNCTION = "osgi.command.function";

  private CommandNames() {}

  /** All of them, sorted. */
  static List<String> of(BundleContext context) {
    List<String> names = new ArrayList<>();
    try {
      ServiceReference<?>[] services =
          context.getAllServiceReferences(null, "(" + FUNCTION + "=*)");
      for (ServiceReference<?> service : services == null ? new ServiceReference<?>[0] : services) {
        add(names, service.getProperty(FUNCTION));
      }
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e);
    }
    return names.stream().sorted().distinct().toList();
  }

  private static void add(List<String> names, Object property) {
    if (property instanceof String[] several) {
      names.addAll(List.of(several));
    } else {
      names.add(property.toString());
    }
  }
}
