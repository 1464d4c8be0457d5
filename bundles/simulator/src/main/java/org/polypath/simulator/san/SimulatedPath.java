package org.polypath.simulator.san;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.DeviceFailure;
import org.polypath.api.device.ReadOutcome;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.DeviceState;
import org.polypath.api.path.ScsiAddress;
import org.polypath.api.path.Transport;
import org.polypath.simulator.PathCounters;
import org.polypath.simulator.scsi.Sense;
import org.polypath.simulator.timeline.Timeline;

/** One path's device as the host's kernel has it. A deleted device that is found again is new. */
public final class SimulatedPath implements Exchanges.Way {
  private static final int NO_CONNECT = 1;
  private static final int TRANSPORT_FAILFAST = 15;
  private static final Duration TRANSFER_TIMEOUT = Duration.ofSeconds(30);

  private final String name;
  private final DeviceNumber number;
  private final ScsiAddress address;
  private final HostAdapter adapter;
  private final TargetPort port;
  private final LogicalUnit unit;
  private final Timeline timeline;
  private final ScsiTarget target;
  private final Exchanges exchanges;
  private final BlockAccess access;
  private final Link link = new Link();
  private boolean offline;
  private boolean deleted;
  private long transfers;
  private long errors;
  private int inFlight;
  private long commands;

  SimulatedPath(int index, HostAdapter adapter, int targetNumber, Nexus nexus, Timeline timeline) {
    name = DiskNames.name(index);
    number = DiskNames.number(index);
    address = new ScsiAddress(adapter.host(), 0, targetNumber, nexus.unit().address());
    this.adapter = adapter;
    port = nexus.port();
    unit = nexus.unit();
    this.timeline = timeline;
    target = new ScsiTarget(unit, port, isIscsi());
    exchanges = new Exchanges(timeline, this);
    access = new BlockAccess(unit, target, exchanges, timeline);
  }

  private SimulatedPath(SimulatedPath before) {
    name = before.name;
    number = before.number;
    address = before.address;
    adapter = before.adapter;
    port = before.port;
    unit = before.unit;
    timeline = before.timeline;
    target = new ScsiTarget(unit, port, isIscsi());
    exchanges = new Exchanges(timeline, this);
    access = new BlockAccess(unit, target, exchanges, timeline);
  }

  private boolean isIscsi() {
    return adapter.transport() == Transport.ISCSI;
  }

  /** The two ends of a path within an array. */
  record Nexus(TargetPort port, LogicalUnit unit) {}

  /** The device that the kernel makes when it finds this deleted one again. */
  SimulatedPath again() {
    return new SimulatedPath(this);
  }

  @Override
  public String name() {
    return name;
  }

  /** The device number. */
  public DeviceNumber number() {
    return number;
  }

  /** The disk's size in units of 512 bytes. */
  public long sectors() {
    return unit.bytes() / LogicalUnit.BLOCK;
  }

  ScsiAddress address() {
    return address;
  }

  HostAdapter adapter() {
    return adapter;
  }

  TargetPort port() {
    return port;
  }

  LogicalUnit unit() {
    return unit;
  }

  Link link() {
    return link;
  }

  boolean isDeleted() {
    return deleted;
  }

  void delete() {
    deleted = true;
    exchanges.recheck();
  }

  boolean isOffline() {
    return offline;
  }

  void setOffline(boolean toOffline) {
    offline = toOffline;
  }

  void attention(Sense sense) {
    target.attention(sense);
  }

  /** Looks again at the commands under way, after a link has changed. */
  void recheck() {
    exchanges.recheck();
  }

  DeviceState state() {
    if (deleted) {
      return DeviceState.GONE;
    }
    if (offline) {
      return DeviceState.OFFLINE;
    }
    return around().stream().anyMatch(Link::isCut)
        ? DeviceState.TRANSPORT_OFFLINE
        : DeviceState.RUNNING;
  }

  private List<Link> around() {
    return List.of(port.link(), port.controller().link(), adapter.link());
  }

  @Override
  public boolean isHung() {
    return link.isHung() || around().stream().anyMatch(Link::isHung);
  }

  @Override
  public Duration delay() {
    return around().stream().map(Link::delay).reduce(link.delay(), Duration::plus);
  }

  @Override
  public Optional<ScsiOutcome> obstacle() {
    return switch (state()) {
      case GONE ->
          Optional.of(new ScsiOutcome.NotSent(DeviceFailure.NO_DEVICE, name + ": no such device"));
      case OFFLINE -> Optional.of(hostError(NO_CONNECT));
      case TRANSPORT_OFFLINE -> Optional.of(hostError(TRANSPORT_FAILFAST));
      default -> link.isCut() ? Optional.of(hostError(NO_CONNECT)) : Optional.empty();
    };
  }

  private static ScsiOutcome hostError(int status) {
    return new ScsiOutcome.Answered(0, status, 0, Bytes.EMPTY, Bytes.EMPTY);
  }

  /** Sends a command of a checker or prioritizer. */
  void send(ScsiCommand command, Consumer<ScsiOutcome> done) {
    commands++;
    exchanges.start(command.timeout(), () -> target.answer(command), done);
  }

  /** Reads for a checker, past the page cache. */
  void read(long offset, int length, Duration timeout, Consumer<ReadOutcome> done) {
    commands++;
    int there = (int) Math.max(0, Math.min(length, unit.bytes() - offset));
    access.start(
        BlockRequest.read(offset, there), timeout, outcome -> done.accept(readOutcome(outcome)));
  }

  private ReadOutcome readOutcome(ScsiOutcome outcome) {
    if (outcome instanceof ScsiOutcome.NotSent notSent) {
      return new ReadOutcome.Failed(notSent.failure(), notSent.text());
    }
    BlockResult result = BlockResult.of(outcome);
    return result.accept(
        new BlockResult.Visitor<>() {
          @Override
          public ReadOutcome done(BlockResult.Done done) {
            return new ReadOutcome.Completed(done.data());
          }

          @Override
          public ReadOutcome pathFailed(BlockResult.PathFailed failed) {
            return failed(failed.reason());
          }

          @Override
          public ReadOutcome refused(BlockResult.Refused refused) {
            return failed(refused.reason());
          }

          private ReadOutcome failed(String reason) {
            return new ReadOutcome.Failed(
                DeviceFailure.INPUT_OUTPUT, name + ": read failed: " + reason);
          }
        });
  }

  /** Carries a map's I/O. The result comes later, never before this method returns. */
  public void transfer(BlockRequest request, Consumer<BlockResult> done) {
    inFlight++;
    access.start(
        request,
        TRANSFER_TIMEOUT,
        outcome -> {
          BlockResult result = BlockResult.of(outcome);
          inFlight--;
          transfers++;
          errors += result instanceof BlockResult.PathFailed ? 1 : 0;
          done.accept(result);
        });
  }

  PathCounters counters() {
    return new PathCounters(name, transfers, errors, inFlight, commands);
  }
}
