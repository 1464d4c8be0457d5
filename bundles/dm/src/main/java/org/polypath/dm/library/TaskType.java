package org.polypath.dm.library;

/** The task types that are used, with their numbers in libdevmapper.h. */
enum TaskType {
  CREATE(0),
  RESUME(5),
  INFO(6),
  RENAME(8),
  VERSION(9),
  STATUS(10),
  TABLE(11),
  LIST(13),
  CLEAR(14),
  LIST_VERSIONS(16);

  private final int number;

  TaskType(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
