package org.polypath.itests.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.polypath.api.checker.PathChecker;

/**
 * Every interface says who implements it: the platform ({@code @ProviderType}) or vendors
 * ({@code @ConsumerType}). On that depends what a new method means to those who are there already.
 */
class InterfaceRolesTest {
  private static final List<String> ROLES =
      List.of(
          "Lorg/osgi/annotation/versioning/ProviderType;",
          "Lorg/osgi/annotation/versioning/ConsumerType;");

  @Test
  void everyPublicInterfaceHasOne() throws Exception {
    URI code = PathChecker.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    try (JarFile jar = new JarFile(Path.of(code).toFile())) {
      List<String> interfaces =
          jar.stream()
              .map(entry -> entry.getName())
              .filter(name -> name.startsWith("org/polypath/api/") && name.endsWith(".class"))
              .filter(name -> isPublicInterface(name))
              .toList();
      assertThat(interfaces).hasSizeGreaterThan(20);
      assertThat(interfaces).filteredOn(name -> !hasRole(name)).isEmpty();
    }
  }

  private static boolean isPublicInterface(String entry) {
    if (entry.endsWith("package-info.class")) {
      return false;
    }
    try {
      Class<?> type =
          Class.forName(
              entry.replace('/', '.').substring(0, entry.length() - ".class".length()),
              false,
              PathChecker.class.getClassLoader());
      return type.isInterface() && !type.isAnnotation() && Modifier.isPublic(type.getModifiers());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(entry, e);
    }
  }

  /** These annotations are in the class file only: reflection does not show them. */
  private static boolean hasRole(String entry) {
    try (InputStream in = PathChecker.class.getClassLoader().getResourceAsStream(entry)) {
      String bytes = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      return ROLES.stream().anyMatch(bytes::contains);
    } catch (IOException e) {
      throw new IllegalStateException(entry, e);
    }
  }
}
