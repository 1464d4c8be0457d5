package org.polypath.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polypath.api.settings.Finding;
import org.polypath.api.settings.Finding.Severity;

/**
 * The files of a configuration.
 *
 * @param main the main file; it may be missing
 * @param directory the drop-in directory; it may be missing; empty if there is none
 */
public record ConfigurationFiles(Path main, Optional<Path> directory) {
  /** Parameter {@code multipath} of kernel module {@code nvme_core}. */
  public static final Path NVME_PARAMETER = Path.of("/sys/module/nvme_core/parameters/multipath");

  /** A main file and drop-ins. */
  public ConfigurationFiles(Path main, Path directory) {
    this(main, Optional.of(directory));
  }

  /** A file alone. */
  public static ConfigurationFiles alone(Path main) {
    return new ConfigurationFiles(main, Optional.empty());
  }

  /**
   * Whether the kernel itself makes one device of an NVMe disk's paths; see {@link
   * ConfigurationSources}.
   *
   * @param parameter the file of the kernel's parameter, {@link #NVME_PARAMETER} on a host; it is
   *     missing where the kernel knows no NVMe disks
   */
  public static boolean isNvmeJoined(Path parameter) {
    try {
      return Files.readString(parameter).startsWith("Y");
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Reads the files. Blocks for as long as the file system takes.
   *
   * @param hardware hardware entries of plug-ins
   * @param nativeMultipath see {@link ConfigurationSources}
   */
  public ReadOutcome read(List<SourceText> hardware, boolean nativeMultipath) {
    return read(new PluginContributions(hardware, Set.of(), List.of()), nativeMultipath);
  }

  /**
   * The same with all that plug-ins bring.
   *
   * @param plugins what was found wrong with them comes first among the findings
   * @param nativeMultipath see {@link ConfigurationSources}
   */
  public ReadOutcome read(PluginContributions plugins, boolean nativeMultipath) {
    List<Finding> findings = new ArrayList<>(plugins.findings());
    List<SourceText> dropIns = directory.map(folder -> dropIns(folder, findings)).orElse(List.of());
    Optional<SourceText> text;
    try {
      text = Optional.of(text(main));
    } catch (NoSuchFileException e) {
      text = Optional.empty();
    } catch (IOException e) {
      return new ReadOutcome.Refused(
          main + ": cannot be read: " + reason(e) + "; make it readable or remove it", findings);
    }
    return ConfigurationReader.read(
        new ConfigurationSources(
            plugins.hardware(), text, dropIns, nativeMultipath, plugins.policies()),
        findings);
  }

  private static List<SourceText> dropIns(Path directory, List<Finding> findings) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, "*.conf")) {
      found.forEach(files::add);
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      findings.add(unreadable(directory, e));
    }
    List<SourceText> texts = new ArrayList<>();
    for (Path file : files.stream().sorted().toList()) {
      try {
        texts.add(text(file));
      } catch (IOException e) {
        findings.add(unreadable(file, e));
      }
    }
    return texts;
  }

  private static Finding unreadable(Path file, Exception e) {
    return new Finding(
        Severity.WARNING, file.toString(), 0, "cannot be read: " + reason(e), "left out");
  }

  private static String reason(Exception e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    // the message of others that name a file is that name
    return e instanceof FileSystemException ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static SourceText text(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return new SourceText(file.toString(), decode(bytes));
  }

  /** Old files may be in another encoding than UTF-8; no byte may be lost over that. */
  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }
}
