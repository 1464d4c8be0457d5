package org.polypath.lab;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.polypath.lab.bench.MultipathTools;

/**
 * Gives scenarios their {@link Guest} and the {@link MultipathTools} under test.
 *
 * <p>All scenarios share one guest. After each the guest is tidied; if that does not succeed, or
 * the scenario failed, the next one gets a freshly booted guest. Where the lab cannot run, each
 * scenario is reported as skipped, with what is missing.
 */
public final class Lab
    implements ExecutionCondition, BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(Lab.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (context.getTestMethod().isEmpty()) {
      return ConditionEvaluationResult.enabled("each scenario is looked at by itself");
    }
    List<String> missing = Requirement.missingPackages();
    return missing.isEmpty()
        ? ConditionEvaluationResult.enabled("the lab has all it needs")
        : ConditionEvaluationResult.disabled(
            "the lab needs the Debian packages " + String.join(", ", missing));
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    System.out.printf(
        "lab: %s: %s%n", context.getRequiredTestClass().getSimpleName(), context.getDisplayName());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    GuestHolder holder = holder(context);
    context.getExecutionException().ifPresent(failure -> holder.reportState());
    holder.tidy();
    if (context.getExecutionException().isPresent()) {
      holder.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Guest.class || MultipathTools.class.isAssignableFrom(type);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Guest.class
        ? holder(context).guest()
        : MultipathTools.underTest();
  }

  private static GuestHolder holder(ExtensionContext context) {
    Store store = context.getRoot().getStore(NAMESPACE);
    return store.getOrComputeIfAbsent(
        GuestHolder.class, key -> new GuestHolder(Path.of("").toAbsolutePath()), GuestHolder.class);
  }
}
