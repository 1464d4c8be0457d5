package org.polypath.deployer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger as files of a folder of its own: {@code history} (one line a decision), {@code
 * rejected} (digest and reason), {@code serving/FILE.jar} (what last served from each file), {@code
 * previous/BUNDLE.jar} (what served before it), {@code starting} (what a start is made of). A
 * folder that others can write is not read. Any thread may call. What cannot be written is logged,
 * and deployment goes on.
 */
final class StateLedger implements Ledger {
  /** Lines of history that are kept. */
  static final int LINES = 1000;

  private static final Logger LOG = LoggerFactory.getLogger(StateLedger.class);

  /** File with the digest of what is being started, and how often in a row that was begun. */
  private static final String STARTING = "starting";

  private static final String ONCE = "1";
  private static final String TWICE = "2";

  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  /** Makes a kept jar of bytes again. */
  interface Verifier {
    PluginJar verify(String file, byte[] bytes) throws RefusedException;
  }

  private final Path folder;
  private final boolean keeps;
  private final Verifier verifier;
  private final Clock clock;
  private final Map<String, String> rejected = new ConcurrentHashMap<>();
  private final Set<String> accepted = ConcurrentHashMap.newKeySet();

  /**
   * Reads what is there.
   *
   * @param keeps whether this process is the one whose decisions are kept: a daemon may be it, and
   *     beside it others only read
   */
  StateLedger(Path folder, boolean keeps, Verifier verifier, Clock clock) {
    this.folder = folder;
    this.keeps = keeps;
    this.verifier = verifier;
    this.clock = clock;
    lines("rejected").forEach(this::takeRejection);
    if (keeps) {
      lines(STARTING).forEach(this::takeStart);
    }
  }

  private void takeStart(String line) {
    int blank = line.indexOf(' ');
    if (blank > 0 && line.substring(blank + 1).equals(TWICE)) {
      String digest = line.substring(0, blank);
      String because = "the daemon ended while this was being started, twice";
      reject(digest, because);
      note(digest, "refused", because);
      started();
    }
  }

  @Override
  public synchronized void starts(String digest) {
    boolean again = lines(STARTING).contains(digest + " " + ONCE);
    write(STARTING, List.of(digest + " " + (again ? TWICE : ONCE)));
  }

  @Override
  public synchronized void started() {
    delete(folder.resolve(STARTING));
  }

  private void takeRejection(String line) {
    int blank = line.indexOf(' ');
    if (blank > 0) {
      rejected.put(line.substring(0, blank), line.substring(blank + 1));
    }
  }

  @Override
  public synchronized void note(String file, String decision, String because) {
    List<String> all = new ArrayList<>(history());
    all.add(oneLine(clock.instant() + " " + file + " " + decision + ": " + because));
    write("history", all.subList(Math.max(0, all.size() - LINES), all.size()));
  }

  /** File names and what bundles throw are theirs: neither makes lines or steers a terminal. */
  private static String oneLine(String text) {
    return CONTROL.matcher(text).replaceAll(" ");
  }

  /** All that was noted, oldest first. */
  List<String> history() {
    return lines("history");
  }

  @Override
  public void established(PluginJar jar, Optional<Hosted> previous, String because) {
    before(jar, previous).ifPresent(this::keepAsPrevious);
    write(servingFrom(jar.file()), jar.bytes());
    note(
        jar.file(),
        "serving",
        jar.symbolicName()
            + " "
            + jar.version()
            + previous.map(old -> " instead of " + old.version()).orElse("")
            + "; "
            + because);
  }

  /** What served until now: from any file; or from this one before an earlier end. */
  private Optional<PluginJar> before(PluginJar jar, Optional<Hosted> previous) {
    return previous
        .map(old -> keptFiles().filter(before -> before.digest().equals(old.digest())).findFirst())
        .orElseGet(() -> serving(jar.file()))
        .filter(before -> before.symbolicName().equals(jar.symbolicName()))
        .filter(before -> !before.digest().equals(jar.digest()));
  }

  private Stream<PluginJar> keptFiles() {
    try (Stream<Path> files = Files.list(folder.resolve("serving"))) {
      return files.map(file -> file.getFileName().toString()).toList().stream()
          .flatMap(file -> serving(file).stream());
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private void keepAsPrevious(PluginJar jar) {
    write(servedBefore(jar.symbolicName()), jar.bytes());
  }

  private Path servingFrom(String file) {
    return folder.resolve("serving").resolve(file);
  }

  private Path servedBefore(String symbolicName) {
    return folder.resolve("previous").resolve(symbolicName + ".jar");
  }

  /** What served before a bundle as it is now. */
  Optional<PluginJar> previous(String symbolicName, String file) {
    return kept(servedBefore(symbolicName), file);
  }

  @Override
  public Optional<PluginJar> serving(String file) {
    return kept(servingFrom(file), file);
  }

  private Optional<PluginJar> kept(Path path, String file) {
    if (!Files.isRegularFile(path) || new DeployFolder(folder).objection().isPresent()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          verifier.verify(
              file, new DeployFolder(path.getParent()).read(path.getFileName().toString())));
    } catch (RefusedException e) {
      LOG.warn("a kept jar is no good: file: {} reason: {}", path, e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public synchronized void reject(String digest, String because) {
    rejected.put(digest, oneLine(because));
    writeRejected();
  }

  private void writeRejected() {
    write(
        "rejected",
        rejected.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .toList());
  }

  @Override
  public Optional<String> rejection(String digest) {
    return Optional.ofNullable(rejected.get(digest));
  }

  /** This jar is to serve without a trial, whatever was found before. */
  synchronized void accept(String digest) {
    accepted.add(digest);
    if (rejected.remove(digest) != null) {
      writeRejected();
    }
  }

  @Override
  public boolean isAccepted(String digest) {
    return accepted.contains(digest);
  }

  @Override
  public void removed(String file, Optional<Hosted> served) {
    served
        .flatMap(old -> serving(file).filter(kept -> kept.digest().equals(old.digest())))
        .ifPresent(this::keepAsPrevious);
    delete(servingFrom(file));
  }

  /** A byte that is no text costs that character alone. */
  private List<String> lines(String name) {
    try {
      return new String(Files.readAllBytes(folder.resolve(name)), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      LOG.warn("cannot be read: file: {} reason: {}", folder.resolve(name), e.toString());
      return List.of();
    }
  }

  private void write(String name, List<String> lines) {
    String text = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  private void delete(Path file) {
    try {
      if (keeps) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.warn("cannot be deleted: file: {} reason: {}", file, e.toString());
    }
  }

  private void write(Path file, byte[] content) {
    if (!keeps) {
      return;
    }
    try {
      Files.createDirectories(
          file.getParent(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      WholeFile.write(file, content, "rw-r--r--");
    } catch (IOException e) {
      LOG.warn("cannot be kept: file: {} reason: {}", file, e.toString());
    }
  }
}
