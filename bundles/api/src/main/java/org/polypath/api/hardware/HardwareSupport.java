package org.polypath.api.hardware;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Answers which settings some arrays need. Written by vendors whose entries depend on something
 * that is known at run time only; entries that are always the same need no code: a bundle that
 * holds them in a file names it in its manifest header {@value #HEADER}.
 *
 * <p>Hardware entries are weaker than anything in the administrator's files. Among themselves the
 * later one wins, for each property it sets; they are ordered by {@value #ORDER}, then by the
 * bundle's symbolic name and version.
 *
 * <pre>{@code
 * @Component(property = HardwareSupport.ORDER + ":Integer=150")
 * public final class AcmeHardware implements HardwareSupport {
 *   @Override
 *   public List<HardwareText> entries() {
 *     String retry = System.getProperty("os.arch").equals("s390x") ? "queue" : "12";
 *     String text =
 *         """
 *         devices {
 *           device {
 *             vendor "^ACME$"
 *             product "^Vault"
 *             no_path_retry "%s"
 *           }
 *         }
 *         """;
 *     return List.of(new HardwareText("acme.conf", text.formatted(retry)));
 *   }
 * }
 * }</pre>
 */
@ConsumerType
public interface HardwareSupport {
  /**
   * Manifest header of a bundle without code: the path of a file inside the bundle, and optionally
   * {@code ;order=N}, for instance {@code Polypath-Hardware: hardware.conf;order=50}.
   */
  String HEADER = "Polypath-Hardware";

  /** Service property, an integer: services with lower ones are weaker. */
  String ORDER = "polypath.hardware.order";

  /** The order of whoever names none. */
  int DEFAULT_ORDER = 100;

  /**
   * The entries. Called once, when the service comes; to change them, register the service anew. It
   * reads what it has at hand and sends no commands: if it has not answered after a few seconds, or
   * throws, a finding says so and the platform goes on without these entries.
   *
   * @return texts, weak ones first
   */
  List<HardwareText> entries();
}
