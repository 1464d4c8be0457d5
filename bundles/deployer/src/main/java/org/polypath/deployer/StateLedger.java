package org.polypath.deployer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger as files of a folder of its own: {@code history} (one line a decision), {@code
 * rejected} (digest and reason), {@code serving/FILE.jar} (what last served from each file), {@code
 * previous/BUNDLE.jar} (what served before it). A folder that others can write is not read. Any
 * thread may call. What cannot be written is logged, and deployment goes on.
 */
final class StateLedger implements Ledger {
  /** Lines of history that are kept. */
  static final int LINES = 1000;

  private static final Logger LOG = LoggerFactory.getLogger(StateLedger.class);

  /** Makes a kept jar of bytes again. */
  interface Verifier {
    PluginJar verify(String file, byte[] bytes) throws RefusedException;
  }

  private final Path folder;
  private final Verifier verifier;
  private final Clock clock;
  private final Map<String, String> rejected = new ConcurrentHashMap<>();
  private final Set<String> accepted = ConcurrentHashMap.newKeySet();

  StateLedger(Path folder, Verifier verifier, Clock clock) {
    this.folder = folder;
    this.verifier = verifier;
    this.clock = clock;
    lines("rejected").forEach(this::takeRejection);
  }

  private void takeRejection(String line) {
    int blank = line.indexOf(' ');
    if (blank > 0) {
      rejected.put(line.substring(0, blank), line.substring(blank + 1));
    }
  }

  @Override
  public synchronized void note(String file, String decision, String because) {
    String line = clock.instant() + " " + file + " " + decision + ": " + because.replace('\n', ' ');
    List<String> all = new ArrayList<>(history());
    all.add(line);
    write("history", all.subList(Math.max(0, all.size() - LINES), all.size()));
  }

  /** All that was noted, oldest first. */
  List<String> history() {
    return lines("history");
  }

  @Override
  public void established(PluginJar jar, Optional<Hosted> previous, String because) {
    Path serving = folder.resolve("serving").resolve(jar.file());
    if (previous.filter(old -> !old.digest().equals(jar.digest())).isPresent()
        && Files.exists(serving)) {
      move(serving, folder.resolve("previous").resolve(jar.symbolicName() + ".jar"));
    }
    write(serving, jar.bytes());
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

  /** What served before a bundle as it is now. */
  Optional<PluginJar> previous(String symbolicName, String file) {
    return kept(folder.resolve("previous").resolve(symbolicName + ".jar"), file);
  }

  @Override
  public Optional<PluginJar> serving(String file) {
    return kept(folder.resolve("serving").resolve(file), file);
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
    rejected.put(digest, because.replace('\n', ' '));
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
  public void removed(String file) {
    try {
      Files.deleteIfExists(folder.resolve("serving").resolve(file));
    } catch (IOException e) {
      LOG.warn("a kept jar stays: {}", e.toString());
    }
  }

  private List<String> lines(String name) {
    Path file = folder.resolve(name);
    try (Stream<String> lines = Files.lines(file)) {
      return lines.toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      return List.of();
    }
  }

  private void write(String name, List<String> lines) {
    String text = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    write(folder.resolve(name), text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private void write(Path file, byte[] content) {
    try {
      makeFolders(file.getParent());
      Path beside = file.resolveSibling("." + file.getFileName() + ".tmp");
      Files.write(
          beside,
          content,
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("cannot be kept: file: {} reason: {}", file, e.toString());
    }
  }

  private void move(Path from, Path to) {
    try {
      makeFolders(to.getParent());
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("cannot be kept: file: {} reason: {}", to, e.toString());
    }
  }

  private static void makeFolders(Path folder) throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }
}
