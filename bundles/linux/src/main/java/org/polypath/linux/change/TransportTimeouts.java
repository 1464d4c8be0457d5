package org.polypath.linux.change;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.polypath.api.discovery.PathChange.Timeouts;
import org.polypath.api.path.PathFacts;
import org.polypath.api.settings.Limit;
import org.polypath.api.settings.Limit.Mode;
import org.polypath.linux.sysfs.Sysfs;

/**
 * Sets the timeouts of one path's transport, its SCSI host and its SCSI disk.
 *
 * @param sysfs where they are
 * @param path the path
 * @param writer writes them
 */
record TransportTimeouts(Sysfs sysfs, PathFacts path, SysfsWriter writer) {
  private static final Pattern REMOTE_PORT = Pattern.compile("rport-\\d+:\\d+-\\d+");
  private static final Pattern SESSION = Pattern.compile("session\\d+");
  private static final Pattern END_DEVICE = Pattern.compile("end_device-[0-9:]+");
  private static final String OFF = "off";

  void set(Timeouts change) {
    Limit fast = change.settings().fastIoFail().value();
    Limit loss = change.settings().deviceLoss().value();
    switch (path.transport()) {
      case FIBRE_CHANNEL -> setRemotePort(fast, loss, change.leastDeviceLoss());
      case ISCSI -> setSession(fast, loss);
      case SAS -> setEndDevice(loss);
      default -> reportUnsupported(loss);
    }
    if (path.address().isPresent()) {
      setHost(change.settings().errorHandling().value());
      setDisk(change.settings().retries().value());
    }
  }

  private void setRemotePort(Limit fast, Limit loss, Limit least) {
    Optional<Path> port = above(REMOTE_PORT, "fc_remote_ports");
    Optional<Long> current =
        port.flatMap(directory -> sysfs.number(directory.resolve(PortTimeouts.DEVICE_LOSS)));
    if (current.isEmpty()) {
      writer.problem("there is no remote port of " + path.name() + " in " + sysfs.root());
      return;
    }
    OptionalLong currentFast =
        sysfs
            .number(port.get().resolve(PortTimeouts.FAST_IO_FAIL))
            .map(OptionalLong::of)
            .orElse(OptionalLong.empty());
    PortTimeouts plan =
        PortTimeouts.plan(fast, loss, least, new PortTimeouts.Current(current.get(), currentFast));
    plan.steps().forEach(step -> writer.write(port.get().resolve(step.attribute()), step.value()));
    plan.remarks().forEach(writer::problem);
  }

  /** A session is never given up by itself: it has only the time until its I/O fails. */
  private void setSession(Limit fast, Limit loss) {
    above(SESSION, "iscsi_session")
        .map(directory -> directory.resolve("recovery_tmo"))
        .ifPresent(
            attribute -> {
              switch (fast.mode()) {
                case UNSET -> {}
                case OFF, UNLIMITED -> writer.set(attribute, OFF);
                case AMOUNT -> writer.set(attribute, Integer.toString(fast.amount()));
              }
            });
    if (loss.isSet()) {
      writer.problem("dev_loss_tmo has no meaning for protocol scsi:iscsi");
    }
  }

  private void setEndDevice(Limit loss) {
    if (loss.mode() == Mode.AMOUNT) {
      above(END_DEVICE, "sas_end_device")
          .ifPresent(
              directory ->
                  writer.set(
                      directory.resolve("I_T_nexus_loss_timeout"),
                      Integer.toString(loss.amount())));
    }
  }

  /** What is only a default was not asked for. */
  private void reportUnsupported(Limit loss) {
    if (loss.isSet()) {
      writer.problem(
          "setting scsi timeouts is unsupported for protocol " + path.transport().protocol());
    }
  }

  private void setHost(Limit deadline) {
    String host = "host" + path.address().orElseThrow().host();
    Path attribute = sysfs.ofClass("scsi_host", host).resolve("eh_deadline");
    switch (deadline.mode()) {
      case UNSET -> {}
      case OFF, UNLIMITED -> writer.set(attribute, OFF);
      case AMOUNT -> writer.set(attribute, Integer.toString(deadline.amount()));
    }
  }

  private void setDisk(Limit retries) {
    Path attribute =
        sysfs.ofClass("scsi_disk", path.address().orElseThrow().toString()).resolve("max_retries");
    switch (retries.mode()) {
      case UNSET -> {}
      case OFF, UNLIMITED -> writer.set(attribute, "-1");
      case AMOUNT -> writer.set(attribute, Integer.toString(retries.amount()));
    }
  }

  private Optional<Path> above(Pattern name, String className) {
    return sysfs
        .ancestor(sysfs.disk(path.name()).resolve("device"), name)
        .map(device -> sysfs.ofClass(className, device));
  }
}
