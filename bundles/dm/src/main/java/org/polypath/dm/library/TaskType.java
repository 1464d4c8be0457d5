package org.polypath.dm.library;

/** Task types in the order of libdevmapper.h; the ordinal is the library's number. */
enum TaskType {
  CREATE,
  RELOAD,
  REMOVE,
  REMOVE_ALL,
  SUSPEND,
  RESUME,
  INFO,
  DEPS,
  RENAME,
  VERSION,
  STATUS,
  TABLE,
  WAITEVENT,
  LIST,
  CLEAR,
  MKNODES,
  LIST_VERSIONS,
  TARGET_MSG
}
