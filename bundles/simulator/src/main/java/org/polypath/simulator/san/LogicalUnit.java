package org.polypath.simulator.san;

import org.polypath.simulator.scenario.UnitSpec;

/** A LUN: its identity, and its size and content of now. */
final class LogicalUnit {
  /** Bytes of a logical block. */
  static final int BLOCK = 512;

  private final StorageArray array;
  private final UnitSpec description;
  private final DiskContent content;
  private long bytes;
  private boolean mapped = true;

  LogicalUnit(StorageArray array, UnitSpec description) {
    this.array = array;
    this.description = description;
    bytes = description.bytes();
    content = new DiskContent(description.naa().hashCode());
  }

  StorageArray array() {
    return array;
  }

  long number() {
    return description.number();
  }

  String naa() {
    return description.naa();
  }

  String serial() {
    return description.serial();
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
