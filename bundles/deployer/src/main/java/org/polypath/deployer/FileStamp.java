package org.polypath.deployer;

import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * What tells one state of a file from another.
 *
 * @param size bytes
 * @param changed time of the last change of the content
 * @param identity device and inode, as text
 */
record FileStamp(long size, Instant changed, String identity) {
  static FileStamp of(BasicFileAttributes attributes) {
    return new FileStamp(
        attributes.size(),
        attributes.lastModifiedTime().toInstant(),
        String.valueOf(attributes.fileKey()));
  }
}
