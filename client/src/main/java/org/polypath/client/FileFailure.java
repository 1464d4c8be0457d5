package org.polypath.client;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Why something could not be done with a file: the JDK's own message is often its name alone. */
public final class FileFailure {
  private FileFailure() {}

  /** The reason, in words that do not repeat the file's name. */
  public static String reason(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (failure instanceof FileSystemException named) {
      return Optional.ofNullable(named.getReason()).orElse(named.getClass().getSimpleName());
    }
    return failure.getMessage();
  }
}
