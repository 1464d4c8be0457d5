package org.polypath.control.report;

import java.util.Locale;
import java.util.Optional;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.PortNames;
import org.polypath.api.path.ScsiAddress;
import org.polypath.api.topology.PathSnapshot;
import org.polypath.api.topology.Reason;

/** A path as members of a JSON object. */
final class PathMembers {
  private static final int SECTOR_BYTES = 512;

  private PathMembers() {}

  static void write(Json json, PathSnapshot path) {
    PathFacts facts = path.facts();
    json.text("name", facts.name()).text("number", facts.number().toString());
    facts.address().ifPresent(address -> json.object("address", address, PathMembers::address));
    json.text("wwid", path.wwid().map(Object::toString))
        .text("map", path.map().map(Object::toString))
        .text("state", path.state().name().toLowerCase(Locale.ROOT))
        .text("message", path.message())
        .text("kernel_state", path.kernelState().displayName())
        .text("device_state", facts.deviceState().name().toLowerCase(Locale.ROOT))
        .text("checker", path.checker())
        .text("prioritizer", path.prioritizer())
        .number("priority", path.priority())
        .flag("marginal", path.marginal())
        .number("failures", path.failures())
        .number("check_interval_seconds", path.checkInterval())
        .number("next_check_seconds", path.secondsToCheck())
        .number("check_age_seconds", path.checkAge())
        .number("bytes", facts.sectors() * SECTOR_BYTES)
        .flag("read_only", facts.readOnly());
    hardware(json, facts);
    json.objects("reasons", path.reasons(), PathMembers::reason);
  }

  private static void hardware(Json json, PathFacts facts) {
    json.text("vendor", facts.vendor())
        .text("product", facts.product())
        .text("revision", facts.revision())
        .text("serial", facts.serial())
        .text("transport", facts.transport().protocol())
        .text("tpgs", facts.targetPortGroupSupport().name().toLowerCase(Locale.ROOT))
        .number("target_port_group", facts.targetPortGroup())
        .text("access_state", facts.accessState())
        .text("handler", facts.handler())
        .text("adapter", facts.adapter())
        .object("ports", facts.ports(), PathMembers::ports)
        .number("command_timeout_seconds", facts.commandTimeout())
        .number("largest_request_kib", facts.largestRequest())
        .text("volume", facts.volume());
  }

  private static void address(Json json, ScsiAddress address) {
    json.number("host", address.host())
        .number("channel", address.channel())
        .number("target", address.target())
        .text("lun", Long.toUnsignedString(address.lun()));
  }

  private static void ports(Json json, PortNames ports) {
    json.text("host_node", ports.hostNode())
        .text("host_port", ports.hostPort())
        .text("target_node", ports.targetNode())
        .text("target_port", ports.targetPort());
  }

  static void reason(Json json, Reason reason) {
    json.number("at_millis", reason.wallMillis())
        .text("decision", reason.decision())
        .text("because", Optional.of(reason.because()).filter(text -> !text.isEmpty()));
  }
}
