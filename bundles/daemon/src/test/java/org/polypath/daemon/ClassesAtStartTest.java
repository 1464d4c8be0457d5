package org.polypath.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

class ClassesAtStartTest {
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final ClassesAtStart classes = new ClassesAtStart(new FakeFramework(Map.of()).context());

  @AfterEach
  void close() {
    classes.close();
  }

  @Test
  void everyClassOfABundleIsLoadedAlsoBehindOneThatCannotBe() {
    start("com.acme.support");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(asked).contains("org.acme.Broken", "org.acme.Checker"));
    assertThat(asked).noneMatch(name -> name.contains("META-INF") || name.endsWith("-info"));
  }

  @Test
  void theEmbeddedSanIsOfNoUseOnRealPaths() {
    start("org.polypath.simulator");
    start("com.acme.support");
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(asked).contains("org.acme.Checker"));
    assertThat(asked).containsOnlyOnce("org.acme.Checker");
  }

  private void start(String name) {
    BundleWiring wiring =
        proxy(
            BundleWiring.class,
            Map.of(
                "listResources",
                List.of(
                    "org/acme/Broken.class",
                    "org/acme/package-info.class",
                    "META-INF/versions/9/module-info.class",
                    "org/acme/Checker.class"),
                "getClassLoader",
                new Recorder()));
    Bundle bundle =
        proxy(Bundle.class, Map.of("getBundleId", 7L, "getSymbolicName", name, "adapt", wiring));
    assertThat(classes.addingBundle(bundle, null)).isSameAs(bundle);
  }

  private static <T> T proxy(Class<T> type, Map<String, Object> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> answers.get(method.getName())));
  }

  /** Has no class, and notes which it was asked for. */
  private final class Recorder extends ClassLoader {
    @Override
    public Class<?> loadClass(String name) throws ClassNotFoundException {
      asked.add(name);
      throw new ClassNotFoundException(name);
    }
  }
}
