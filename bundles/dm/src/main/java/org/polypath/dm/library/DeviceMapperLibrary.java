package org.polypath.dm.library;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;

/**
 * The functions of libdevmapper that are used, by their own names. Those that answer a number
 * answer 0 for failure.
 */
public interface DeviceMapperLibrary extends Library {
  /** Gets the library's log lines; the words are the format's arguments, some of them nonsense. */
  interface LogFunction extends Callback {
    /** Called by the library on the thread that called it. */
    void log(
        int level,
        String file,
        int line,
        int errorClass,
        Pointer format,
        NativeLong word1,
        NativeLong word2,
        NativeLong word3,
        NativeLong word4,
        NativeLong word5,
        NativeLong word6,
        NativeLong word7,
        NativeLong word8,
        NativeLong word9,
        NativeLong word10,
        NativeLong word11,
        NativeLong word12,
        NativeLong word13,
        NativeLong word14,
        NativeLong word15,
        NativeLong word16);
  }

  int dm_get_library_version(byte[] version, NativeLong size);

  void dm_log_with_errno_init(LogFunction function);

  void dm_lib_release();

  void dm_udev_set_sync_support(int sync);

  Pointer dm_task_create(int type);

  void dm_task_destroy(Pointer task);

  int dm_task_set_name(Pointer task, String name);

  int dm_task_set_uuid(Pointer task, String uuid);

  int dm_task_set_newname(Pointer task, String name);

  int dm_task_set_cookie(Pointer task, IntByReference cookie, short flags);

  int dm_task_no_flush(Pointer task);

  int dm_task_run(Pointer task);

  int dm_task_get_errno(Pointer task);

  int dm_task_get_driver_version(Pointer task, byte[] version, NativeLong size);

  int dm_task_get_info(Pointer task, Pointer info);

  String dm_task_get_name(Pointer task);

  String dm_task_get_uuid(Pointer task);

  Pointer dm_task_get_names(Pointer task);

  Pointer dm_task_get_versions(Pointer task);

  Pointer dm_get_next_target(
      Pointer task,
      Pointer next,
      LongByReference start,
      LongByReference sectors,
      PointerByReference type,
      PointerByReference parameters);

  int dm_mknodes(String name);

  int dm_task_update_nodes();

  int dm_udev_create_cookie(IntByReference cookie);

  int dm_udev_complete(int cookie);

  int dm_udev_wait_immediate(int cookie, IntByReference ready);
}
