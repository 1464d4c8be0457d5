package org.polypath.linux.process;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.process.ProcessLimits;
import org.polypath.api.settings.Limit;
import org.polypath.linux.kernel.NativeLibraryException;

/** {@code RLIMIT_NOFILE} of this process. */
@Component(immediate = true)
public final class OpenFiles implements ProcessLimits {
  private static final int NUMBER_OF_FILES = 7;
  private static final int THIS_PROCESS = 0;

  /** What {@code fs.nr_open} is where it cannot be read: the kernel's default. */
  private static final long USUAL_MOST = 1 << 20;

  /** What the daemon has open with hardly any paths, and as much again. */
  private static final int FEWEST = 256;

  private final SystemValues system;

  /** Of this process. */
  @Activate
  public OpenFiles() {
    this(SystemValues.KERNEL);
  }

  OpenFiles(SystemValues system) {
    this.system = system;
  }

  @Override
  public List<String> openFiles(Limit files) {
    return switch (files.mode()) {
      case UNSET -> List.of();
      case OFF -> List.of("max_fds: a process without files cannot be");
      case UNLIMITED -> setMost();
      case AMOUNT ->
          files.amount() < FEWEST
              ? List.of("max_fds: " + files.amount() + " is too few, " + FEWEST + " are needed")
              : set(files.amount());
    };
  }

  /** The most there is, or where the process may not have that, the most it may. */
  private List<String> setMost() {
    long most = system.number("fs/nr_open").orElse(USUAL_MOST);
    return set(most).isEmpty() ? List.of() : set(hardLimit());
  }

  private static List<String> set(long files) {
    try {
      long hard = hardLimit();
      // never lowered: only a privileged process gets it back
      setLimits(files, Long.compareUnsigned(hard, files) < 0 ? files : hard);
      return List.of();
    } catch (LastErrorException e) {
      return List.of(
          "max_fds: cannot allow "
              + files
              + " open files: "
              + ProcessLibrary.calls().strerror(e.getErrorCode())
              + "; raise the service's LimitNOFILE");
    } catch (NativeLibraryException e) {
      return List.of("max_fds: " + e.getMessage());
    }
  }

  private static long hardLimit() {
    try (Memory current = new Memory(2L * Long.BYTES)) {
      ProcessLibrary.calls().prlimit64(THIS_PROCESS, NUMBER_OF_FILES, null, current);
      return current.getLong(Long.BYTES);
    }
  }

  private static void setLimits(long soft, long hard) {
    try (Memory wanted = new Memory(2L * Long.BYTES)) {
      wanted.setLong(0, soft);
      wanted.setLong(Long.BYTES, hard);
      ProcessLibrary.calls().prlimit64(THIS_PROCESS, NUMBER_OF_FILES, wanted, null);
    }
  }
}
