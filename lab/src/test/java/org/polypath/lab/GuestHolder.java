package org.polypath.lab;

import java.nio.file.Path;
import java.util.Optional;
import org.polypath.lab.bench.DeviceMapper;

/** The guest that scenarios share, booted when one needs it. */
final class GuestHolder implements AutoCloseable {
  private final Path lab;
  private Optional<Guest> guest = Optional.empty();
  private int boots;

  /**
   * No guest yet.
   *
   * @param lab the directory with the boot script; logs go below its {@code target}
   */
  GuestHolder(Path lab) {
    this.lab = lab;
  }

  /** The guest; boots it if there is none. */
  Guest guest() {
    if (guest.isEmpty()) {
      boots++;
      guest = Optional.of(Guest.boot(lab, lab.resolve(log())));
    }
    return guest.get();
  }

  /** Of guests that run side by side, each has a number. */
  private String log() {
    return "target/lab/boot-%s-%d".formatted(System.getProperty("lab.guest", "1"), boots);
  }

  /** Undoes what a scenario set up; gives the guest up if that does not succeed. */
  void tidy() {
    if (guest.isPresent() && !guest.get().tidy()) {
      close();
    }
  }

  /** Prints what the guest looks like, for the report of a failed scenario. */
  void reportState() {
    guest.ifPresent(
        running -> {
          System.out.println("lab: state of the guest after the failure:");
          System.out.println(DeviceMapper.describe(running));
          System.out.println("lab: end of its console:");
          System.out.println(running.consoleTail());
        });
  }

  /** Ends the guest, if there is one. */
  @Override
  public void close() {
    guest.ifPresent(Guest::close);
    guest = Optional.empty();
  }
}
