package org.polypath.simulator.san;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.simulator.scsi.Personality;
import org.polypath.simulator.scsi.PortView;
import org.polypath.simulator.scsi.Sense;

/**
 * A LUN behind one port as one host adapter talks to it: command blocks in, SCSI answers out
 * (SPC-4, SBC-3).
 */
final class ScsiTarget {
  private static final int MAX_TRANSFER = 65536;
  private static final Bytes READ_NOTHING = Bytes.of(0x28, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  private final LogicalUnit unit;
  private final TargetPort port;
  private final boolean iscsi;
  private final Personality personality;
  private final Deque<Sense> attentions = new ArrayDeque<>();

  ScsiTarget(LogicalUnit unit, TargetPort port, boolean iscsi) {
    this.unit = unit;
    this.port = port;
    this.iscsi = iscsi;
    personality = unit.array().description().personality();
  }

  /** Keeps a unit attention for the next command that reports them, once. */
  void attention(Sense sense) {
    if (!attentions.contains(sense)) {
      attentions.add(sense);
    }
  }

  /** Answers a command. */
  ScsiOutcome.Answered answer(ScsiCommand command) {
    ScsiOutcome.Answered answer = answer(command.block(), command.payload());
    return answer.isGood()
        ? ScsiOutcome.Answered.good(answer.data().slice(0, command.responseLength()))
        : answer;
  }

  private ScsiOutcome.Answered answer(Bytes block, Bytes payload) {
    return switch (block.u8(0)) {
      case 0x12 -> inquiry(block);
      case 0xa0 -> good(reportLuns(), block.u32(6));
      case 0x03 -> good(new Sense(0, 0, 0).bytes().toArray(), block.u8(4));
      default -> afterAttention(block, payload);
    };
  }

  /** The commands that report unit attentions and a missing LUN first. */
  private ScsiOutcome.Answered afterAttention(Bytes block, Bytes payload) {
    if (!unit.isMapped()) {
      return Sense.NO_LOGICAL_UNIT.answer();
    }
    if (!attentions.isEmpty()) {
      return attentions.remove().answer();
    }
    return switch (block.u8(0)) {
      case 0xa3 -> maintenanceIn(block);
      case 0x5a -> modeSense(block);
      case 0x55 -> modeSelect(payload);
      default ->
          personality
              .command(block, view())
              .map(ScsiOutcome.Answered::good)
              .orElseGet(() -> medium(block));
    };
  }

  /** The commands that need an active port. */
  private ScsiOutcome.Answered medium(Bytes block) {
    Optional<Sense> refusal =
        Sense.of(port.group().state()).or(() -> personality.refusal(block.u8(0), view()));
    if (refusal.isPresent()) {
      return refusal.get().answer();
    }
    return switch (block.u8(0)) {
      case 0x00 -> ScsiOutcome.Answered.good(Bytes.EMPTY);
      case 0x25 -> ScsiOutcome.Answered.good(Bytes.of(capacity10()));
      case 0x28 -> read(block.u32(2), block.u16(7));
      case 0x88 -> read(block.u64(2), block.u32(10));
      case 0x9e ->
          (block.u8(1) & 0x1f) == 0x10
              ? good(capacity16(), block.u32(10))
              : Sense.INVALID_FIELD.answer();
      default -> Sense.INVALID_OPERATION_CODE.answer();
    };
  }

  private ScsiOutcome.Answered inquiry(Bytes block) {
    boolean vitalProductData = (block.u8(1) & 1) != 0;
    int page = block.u8(2);
    if (!vitalProductData) {
      return page == 0
          ? good(InquiryPages.standard(unit, personality.identification(view())), block.u16(3))
          : Sense.INVALID_FIELD.answer();
    }
    return vitalProductData(page)
        .map(data -> good(data, block.u16(3)))
        .orElseGet(Sense.INVALID_FIELD::answer);
  }

  private Optional<byte[]> vitalProductData(int page) {
    return personality.pages().contains(page)
        ? Optional.of(InquiryPages.page(page, personality.page(page, view()).toArray()))
        : InquiryPages.page(page, unit, port, personality.pages());
  }

  private PortView view() {
    return new PortView(
        unit.number(),
        unit.naa(),
        unit.isMapped(),
        List.copyOf(unit.array().controllers().keySet()),
        port.controller().name(),
        unit.owner(),
        unit.home(),
        iscsi);
  }

  private ScsiOutcome.Answered modeSense(Bytes block) {
    return unit.controlPage()
        .sense(block)
        .map(data -> good(data, block.u16(7)))
        .orElseGet(Sense.INVALID_FIELD::answer);
  }

  private ScsiOutcome.Answered modeSelect(Bytes payload) {
    return unit.controlPage().select(payload)
        ? ScsiOutcome.Answered.good(Bytes.EMPTY)
        : Sense.INVALID_PARAMETER.answer();
  }

  private ScsiOutcome.Answered maintenanceIn(Bytes block) {
    if (!unit.array().isAsymmetric()) {
      return Sense.INVALID_OPERATION_CODE.answer();
    }
    int format = block.u8(1) >> 5;
    boolean groupReport = (block.u8(1) & 0x1f) == 0x0a && format <= 1;
    return groupReport
        ? good(PortGroupReport.of(unit.array(), format == 1), block.u32(6))
        : Sense.INVALID_FIELD.answer();
  }

  private ScsiOutcome.Answered read(long block, long count) {
    long blocks = unit.bytes() / LogicalUnit.BLOCK;
    if (block < 0 || block > blocks || count > blocks - block) {
      return Sense.BLOCK_OUT_OF_RANGE.answer();
    }
    int length = (int) Math.min(count * LogicalUnit.BLOCK, MAX_TRANSFER);
    byte[] data = unit.content().read(block * LogicalUnit.BLOCK, length);
    return ScsiOutcome.Answered.good(Bytes.of(data));
  }

  /** Asks for medium access in place of a data transfer; empty if it is granted. */
  Optional<ScsiOutcome.Answered> refusal(long offset, int length) {
    ScsiOutcome.Answered answer = answer(READ_NOTHING, Bytes.EMPTY);
    if (!answer.isGood()) {
      return Optional.of(answer);
    }
    return unit.contains(offset, length)
        ? Optional.empty()
        : Optional.of(Sense.BLOCK_OUT_OF_RANGE.answer());
  }

  private byte[] capacity10() {
    long last = unit.bytes() / LogicalUnit.BLOCK - 1;
    return ByteBuffer.allocate(8)
        .putInt((int) Math.min(last, 0xffffffffL))
        .putInt(LogicalUnit.BLOCK)
        .array();
  }

  private byte[] capacity16() {
    return ByteBuffer.allocate(32)
        .putLong(unit.bytes() / LogicalUnit.BLOCK - 1)
        .putInt(LogicalUnit.BLOCK)
        .array();
  }

  private byte[] reportLuns() {
    long[] numbers =
        unit.array().units().stream()
            .filter(LogicalUnit::isMapped)
            .mapToLong(LogicalUnit::address)
            .toArray();
    ByteBuffer data = ByteBuffer.allocate(8 + numbers.length * 8).putInt(numbers.length * 8);
    data.putInt(0);
    for (long number : numbers) {
      data.putLong(number << 48);
    }
    return data.array();
  }

  private static ScsiOutcome.Answered good(byte[] data, long allocationLength) {
    int length = (int) Math.min(data.length, allocationLength);
    return ScsiOutcome.Answered.good(Bytes.of(data).slice(0, length));
  }
}
