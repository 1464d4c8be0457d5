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
      case UNLIMITED -> set(system.number("fs/nr_open").orElse(USUAL_MOST));
      case AMOUNT ->
          files.amount() < FEWEST
              ? List.of("max_fds: " + files.amount() + " is too few, " + FEWEST + " are needed")
              : set(files.amount());
    };
  }

  /** The hard limit is never lowered: only a privileged process gets it back. */
  private static List<String> set(long files) {
    try (Memory current = new Memory(2L * Long.BYTES);
        Memory wanted = new Memory(2L * Long.BYTES)) {
      ProcessCalls calls = ProcessLibrary.calls();
      calls.prlimit64(THIS_PROCESS, NUMBER_OF_FILES, null, current);
      long hard = current.getLong(Long.BYTES);
      wanted.setLong(0, files);
      wanted.setLong(Long.BYTES, Long.compareUnsigned(hard, files) < 0 ? files : hard);
      calls.prlimit64(THIS_PROCESS, NUMBER_OF_FILES, wanted, null);
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
}
