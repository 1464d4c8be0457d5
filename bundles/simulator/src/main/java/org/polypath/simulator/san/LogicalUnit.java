package org.polypath.simulator.san;

import org.polypath.simulator.scenario.UnitSpec;

/** A LUN: its identity, and its size and content of now. */
final class LogicalUnit {
  /** Bytes of a logical block. */
  static final int BLOCK = 512;

  private static final int FLAT = 256;
  private static final long FLAT_METHOD = 0x4000;

  private final StorageArray array;
  private final UnitSpec description;
  private final DiskContent content;
  private long bytes;
  private boolean mapped = true;
  private String owner;
  private final ControlPage controlPage = new ControlPage();

  LogicalUnit(StorageArray array, UnitSpec description) {
    this.array = array;
    this.description = description;
    bytes = description.bytes();
    owner = description.owner();
    content = new DiskContent(description.naa().hashCode());
  }

  StorageArray array() {
    return array;
  }

  long number() {
    return description.number();
  }

  /**
   * The number as hosts address it: those above 255 flat (SAM-5 4.7.7.1), as a kernel shows it in
   * {@code H:C:T:L}.
   */
  long address() {
    return number() < FLAT ? number() : FLAT_METHOD | number();
  }

  String naa() {
    return description.naa();
  }

  String serial() {
    return description.serial();
  }

  /** The controller that it belongs to; empty if the array has none. */
  String home() {
    return description.owner();
  }

  /** The controller that serves it now. */
  String owner() {
    return owner;
  }

  void moveTo(String controller) {
    owner = controller;
  }

  ControlPage controlPage() {
    return controlPage;
  }

  DiskContent content() {
    return content;
  }

  long bytes() {
    return bytes;
  }

  void resize(long newBytes) {
    bytes = newBytes;
  }

  boolean isMapped() {
    return mapped;
  }

  void map(boolean toHost) {
    mapped = toHost;
  }

  /** Whether all of a range lies on the disk. */
  boolean contains(long offset, long length) {
    return offset >= 0 && length >= 0 && offset <= bytes - length;
  }
}
