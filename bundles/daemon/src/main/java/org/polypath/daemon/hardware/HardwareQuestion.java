package org.polypath.daemon.hardware;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.Version;
import org.polypath.api.hardware.HardwareSupport;
import org.polypath.config.SourceText;

/**
 * Asks a service for its entries, on a thread of its own: one that throws or hangs costs its own
 * entries and that thread, no more.
 *
 * @param bundle symbolic name of the service's bundle
 * @param version that bundle's version
 * @param number the container's number of it
 * @param order the service's order
 */
record HardwareQuestion(String bundle, Version version, long number, int order) {
  private static final String SERVICE = "service";

  /** What there is to wait for is in the service's memory. */
  private static final long PATIENCE_MILLIS = 5_000;

  HardwareSource ask(HardwareSupport service) {
    return ask(service, PATIENCE_MILLIS);
  }

  HardwareSource ask(HardwareSupport service, long patienceMillis) {
    CompletableFuture<List<SourceText>> answer =
        CompletableFuture.supplyAsync(() -> texts(service), this::start);
    try {
      return source(answer.get(patienceMillis, TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      return without("failed: " + e.getCause());
    } catch (TimeoutException e) {
      return without("did not answer within " + patienceMillis + " ms");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return without("was interrupted");
    }
  }

  private void start(Runnable task) {
    Thread thread = new Thread(task, "hardware entries of " + label());
    thread.setDaemon(true);
    thread.start();
  }

  private List<SourceText> texts(HardwareSupport service) {
    return service.entries().stream()
        .map(text -> new SourceText(label() + " " + text.name(), text.text()))
        .toList();
  }

  private String label() {
    return "bundle " + bundle + " " + version;
  }

  private HardwareSource source(List<SourceText> texts) {
    return new HardwareSource(SERVICE, order, bundle, version, number, texts, List.of());
  }

  private HardwareSource without(String why) {
    return new HardwareSource(
        SERVICE,
        order,
        bundle,
        version,
        number,
        List.of(),
        List.of(Label.warning(label(), "the hardware service " + why, "left out")));
  }
}
