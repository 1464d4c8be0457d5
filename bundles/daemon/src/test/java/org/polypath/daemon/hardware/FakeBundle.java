package org.polypath.daemon.hardware;

import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;

/** A bundle whose content is a folder. */
final class FakeBundle {
  private FakeBundle() {}

  static Bundle of(Path content, Map<String, String> headers) {
    Dictionary<String, String> given = new Hashtable<>(headers);
    return (Bundle)
        Proxy.newProxyInstance(
            FakeBundle.class.getClassLoader(),
            new Class<?>[] {Bundle.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getHeaders" -> given;
                  case "getSymbolicName" -> "com.acme.support";
                  case "getVersion" -> new Version(1, 0, 0);
                  case "getBundleId" -> 7L;
                  case "getEntry" -> url(content.resolve((String) arguments[0]));
                  case "hashCode" -> System.identityHashCode(proxy);
                  case "equals" -> proxy == arguments[0];
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  private static Object url(Path file) throws MalformedURLException {
    return Files.exists(file) ? file.toUri().toURL() : null;
  }
}
