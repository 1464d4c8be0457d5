package org.polypath.simulator.service;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Dictionary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

/** As much of a framework as the simulator's activation asks for. */
final class FakeBundleContext implements InvocationHandler {
  final Map<String, String> properties = new LinkedHashMap<>();

  /** Registered services by their class name. */
  final Map<String, Object> services = new LinkedHashMap<>();

  /** Properties of registered services by class name. */
  final Map<String, Dictionary<?, ?>> serviceProperties = new LinkedHashMap<>();

  /** Services of others, oldest first. */
  final List<Object> others = new ArrayList<>();

  BundleContext context() {
    return proxy(BundleContext.class, this);
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "getProperty" -> properties.get((String) arguments[0]);
      case "registerService" -> register((Class<?>) arguments[0], arguments[1], arguments[2]);
      case "getServiceReferences" -> references();
      case "getService" -> ((Reference) Proxy.getInvocationHandler(arguments[0])).service();
      case "ungetService" -> true;
      default -> throw new UnsupportedOperationException(method.toString());
    };
  }

  private Object register(Class<?> type, Object service, Object dictionary) {
    services.put(type.getName(), service);
    serviceProperties.put(type.getName(), (Dictionary<?, ?>) dictionary);
    return proxy(
        ServiceRegistration.class, (proxy, method, arguments) -> services.remove(type.getName()));
  }

  private Collection<Object> references() {
    List<Object> references = new ArrayList<>();
    for (int index = 0; index < others.size(); index++) {
      references.add(proxy(ServiceReference.class, new Reference(others.get(index), index)));
    }
    return references;
  }

  private record Reference(Object service, long identifier) implements InvocationHandler {
    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
      return identifier;
    }
  }
}
