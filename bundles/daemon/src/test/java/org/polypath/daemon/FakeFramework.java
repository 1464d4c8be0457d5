package org.polypath.daemon;

import java.lang.reflect.Proxy;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** A framework without bundles, as one of them would see it. */
final class FakeFramework {
  private final Map<String, String> properties;
  private volatile int state = Bundle.ACTIVE;

  FakeFramework(Map<String, String> properties) {
    this.properties = properties;
  }

  /** From now on the framework is on its way down. */
  void beginStop() {
    state = Bundle.STOPPING;
  }

  BundleContext context() {
    Bundle system = proxy(Bundle.class, (method, argument) -> state);
    return proxy(
        BundleContext.class,
        (method, argument) ->
            switch (method) {
              case "getProperty" -> properties.get(argument);
              case "getBundle" -> system;
              case "getBundles" -> new Bundle[0];
              default -> null;
            });
  }

  private interface Answers {
    Object answer(String method, Object firstArgument);
  }

  private static <T> T proxy(Class<T> type, Answers answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                answers.answer(method.getName(), arguments == null ? null : arguments[0])));
  }
}
