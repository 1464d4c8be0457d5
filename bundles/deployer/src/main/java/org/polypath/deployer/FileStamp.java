package org.polypath.deployer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;

/**
 * What tells one state of a file from another, its owner and permissions included: a file that was
 * refused for them is looked at again once they are right.
 *
 * @param size bytes
 * @param changed time of the last change of the content
 * @param identity device, inode and time of the last change of anything about it, as text
 */
record FileStamp(long size, Instant changed, String identity) {
  /** Of a file, or of a link and not what it points at. */
  static FileStamp of(Path file) throws IOException {
    Map<String, Object> attributes =
        Files.readAttributes(
            file, "unix:size,lastModifiedTime,fileKey,ctime", LinkOption.NOFOLLOW_LINKS);
    return new FileStamp(
        (Long) attributes.get("size"),
        ((FileTime) attributes.get("lastModifiedTime")).toInstant(),
        attributes.get("fileKey") + " " + attributes.get("ctime"));
  }
}
