package org.polypath.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The import directions of the house, as rules. */
final class ImportDirections {
  private static final String[] PLUGINS = {
    "org.polypath.checker..",
    "org.polypath.prioritizer..",
    "org.polypath.policy..",
    "org.polypath.selector.."
  };

  /** What compiles away or belongs to the language. */
  private static final String[] ALWAYS = {
    "java..", "org.osgi.annotation..", "org.osgi.service.component.annotations.."
  };

  private ImportDirections() {}

  static List<ArchRule> all() {
    List<ArchRule> rules = new ArrayList<>();
    rules.add(only("the API depends on the JDK alone", "org.polypath.api..", "org.polypath.api.."));
    rules.add(
        only(
            "scsi knows the API",
            "org.polypath.scsi..",
            "org.polypath.scsi..",
            "org.polypath.api.."));
    rules.add(
        only(
            "the core depends on the API alone",
            "org.polypath.core..",
            "org.polypath.core..",
            "org.polypath.api.."));
    rules.add(
        only(
            "the configuration is pure",
            "org.polypath.config..",
            "org.polypath.config..",
            "org.polypath.api..",
            "com.google.re2j.."));
    rules.addAll(plugins());
    rules.addAll(edges());
    rules.add(coreDoesNoInput());
    rules.add(
        noClasses()
            .that()
            .resideOutsideOfPackages("org.polypath.linux..", "org.polypath.dm..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.sun.jna..")
            .because("linux and dm alone import JNA"));
    rules.add(slices().matching("org.polypath.(*)..").should().beFreeOfCycles());
    return rules;
  }

  /**
   * The core reads no file, no socket and no clock, and starts no thread; a duration is a value.
   */
  static ArchRule coreDoesNoInput() {
    return noClasses()
        .that()
        .resideInAPackage("org.polypath.core..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "java.io..",
                    "java.nio..",
                    "java.net..",
                    "java.time..",
                    "java.util.concurrent..")
                .or(assignableTo(Thread.class))
                .and(not(equivalentTo(Duration.class))))
        .because("the core only decides");
  }

  private static List<ArchRule> plugins() {
    List<ArchRule> rules = new ArrayList<>();
    for (String plugin : PLUGINS) {
      rules.add(
          only(
              "plug-ins know the API and SCSI, and may log",
              plugin,
              plugin,
              "org.polypath.api..",
              "org.polypath.scsi..",
              "org.slf4j"));
      rules.add(
          slices()
              .matching(plugin.replace("..", ".(*).."))
              .should()
              .notDependOnEachOther()
              .because("a plug-in stands alone"));
    }
    return rules;
  }

  private static List<ArchRule> edges() {
    List<ArchRule> rules = new ArrayList<>();
    for (String edge : List.of("dm", "simulator", "control", "gogo", "deployer")) {
      rules.add(knowsOnly(edge, "org.polypath.api.."));
    }
    rules.add(knowsOnly("linux", "org.polypath.api..", "org.polypath.scsi.."));
    return rules;
  }

  /** Of ours an edge knows itself and these; libraries are its own affair. */
  private static ArchRule knowsOnly(String edge, String... ours) {
    String itself = "org.polypath." + edge + "..";
    String[] allowed = Arrays.copyOf(ours, ours.length + 1);
    allowed[ours.length] = itself;
    return noClasses()
        .that()
        .resideInAPackage(itself)
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage("org.polypath..")
                .and(JavaClass.Predicates.resideOutsideOfPackages(allowed)))
        .because(edge + " knows only " + String.join(", ", ours));
  }

  private static ArchRule only(String because, String who, String... allowed) {
    List<String> packages = new ArrayList<>(List.of(ALWAYS));
    packages.addAll(List.of(allowed));
    return classes()
        .that()
        .resideInAPackage(who)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(packages.toArray(String[]::new))
        .because(because);
  }
}
