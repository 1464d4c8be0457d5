package org.polypath.linux.process;

import com.sun.jna.LastErrorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.polypath.linux.kernel.NativeLibraryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the daemon's process outlast a host in distress: its memory is locked, what it is made of
 * is in it, the kernel does not kill it for memory, and it runs before others. Only for a daemon on
 * real paths. What the process may not do is logged, once, and the daemon runs without.
 */
@Component(immediate = true, service = Endurance.class)
public final class Endurance {
  private static final Logger LOG = LoggerFactory.getLogger(Endurance.class);
  private static final String NEVER_KILLED = "-1000";

  private Optional<ResidentFiles> files = Optional.empty();

  private interface Step {
    String take() throws IOException;
  }

  /** For this process, if it is a daemon on real paths. */
  @Activate
  public Endurance(BundleContext context) {
    if ("daemon".equals(context.getProperty("polypath.mode"))
        && "linux".equals(context.getProperty("polypath.source"))) {
      takeAll(Path.of("/proc/self"));
    }
  }

  /** The bundle stops, or is replaced by another version of it. */
  @Deactivate
  void close() {
    files.ifPresent(ResidentFiles::close);
  }

  private void takeAll(Path self) {
    List<String> taken = new ArrayList<>();
    attempt("memory is not locked", taken, () -> lockMemory(self));
    attempt("the kernel may kill the daemon for memory", taken, () -> exemptFromKilling(self));
    attempt(
        "no precedence over others",
        taken,
        () -> Precedence.take(ProcessLibrary.calls(), self.resolve("task")));
    LOG.info("process made to last: {}", String.join(", ", taken));
  }

  private String lockMemory(Path self) {
    ProcessCalls calls = ProcessLibrary.calls();
    MemoryLock.take(calls);
    files = Optional.of(new ResidentFiles(calls, self));
    return "memory locked";
  }

  private static String exemptFromKilling(Path self) throws IOException {
    Files.writeString(self.resolve("oom_score_adj"), NEVER_KILLED);
    return "out-of-memory score " + NEVER_KILLED;
  }

  private static void attempt(String otherwise, List<String> taken, Step step) {
    try {
      taken.add(step.take());
    } catch (LastErrorException e) {
      LOG.warn(
          "{}: {}; run it as root, as the service does",
          otherwise,
          ProcessLibrary.calls().strerror(e.getErrorCode()));
    } catch (IOException | NativeLibraryException e) {
      LOG.warn("{}: {}", otherwise, e.toString());
    }
  }
}
