package org.polypath.deployer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/**
 * An archive that says the same to whoever reads it from its beginning, as those who verify
 * signatures do, and to whoever reads it by the table at its end, as the container does: its
 * entries fill it without a gap, and each is twice the same.
 */
final class JarArchive {
  /** Far more than any plug-in; a guard against archives made to fill the memory. */
  private static final long LARGEST_CONTENT = 256L << 20;

  /** It is read into memory, with much around it. */
  private static final int LARGEST_MANIFEST = 1 << 20;

  private static final int SIGNATURE = 0x04034b50;
  private static final int FLAGS = 6;
  private static final int METHOD = 8;
  private static final int CRC = 14;
  private static final int PACKED = 18;
  private static final int SIZE = 22;
  private static final int NAME_LENGTH = 26;
  private static final int EXTRA_LENGTH = 28;
  private static final int HEADER = 30;

  /** What may follow an entry (APPNOTE 4.3.9): its sizes, with this before them or without. */
  private static final int SIZES_SIGNATURE = 0x08074b50;

  private static final int SIZES = 12;

  /** Names that lead out of the folder that somebody unpacks to, or to one entry by two names. */
  private static final Pattern BAD_NAME =
      Pattern.compile("/.*|.*\\\\.*|(.*/)?\\.{1,2}(/.*)?|.*\\p{Cntrl}.*|", Pattern.DOTALL);

  private final byte[] bytes;
  private final ByteBuffer archive;
  private final Set<String> names = new HashSet<>();
  private Optional<Manifest> manifest = Optional.empty();
  private long content;

  private JarArchive(byte[] bytes) {
    this.bytes = bytes;
    archive = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * What is in an archive.
   *
   * @param manifest its manifest
   * @param names the names of all entries
   */
  record Content(Manifest manifest, Set<String> names) {}

  /**
   * Reads every entry, and checks it.
   *
   * @throws RefusedException something is wrong with it
   * @throws IOException its manifest cannot be read
   */
  static Content read(byte[] bytes) throws IOException, RefusedException {
    JarArchive jar = new JarArchive(bytes);
    ArchiveTable table = ArchiveTable.of(jar.archive);
    List<ArchiveEntry> inOrder =
        table.entries().stream().sorted(Comparator.comparingInt(ArchiveEntry::offset)).toList();
    int at = 0;
    for (ArchiveEntry entry : inOrder) {
      at = jar.check(entry, at, table.offset());
    }
    if (at != table.offset()) {
      throw new RefusedException("damaged: there is something between its entries and their table");
    }
    return new Content(
        jar.manifest.orElseThrow(() -> new RefusedException("no bundle: it has no manifest")),
        jar.names);
  }

  /** Checks an entry that must begin here. Answers where the next one must. */
  private int check(ArchiveEntry entry, int begin, int limit) throws IOException, RefusedException {
    String name = entry.name();
    if (!names.add(name)) {
      throw new RefusedException("damaged: the entry " + name + " is there twice");
    }
    if (BAD_NAME.matcher(name).matches()) {
      throw new RefusedException("damaged: an entry cannot be called " + name);
    }
    int data = dataOf(entry, begin, limit);
    if (entry.packed() < 0 || entry.size() < 0 || entry.packed() > limit - data) {
      throw entry.damaged();
    }
    content += entry.size();
    if (content >= LARGEST_CONTENT) {
      throw new RefusedException("too large: more than 256 MiB unpacked");
    }
    checkContent(entry, data);
    int end = data + entry.packed();
    return entry.sizesFollow() ? endOfSizes(entry, end, limit) : end;
  }

  /** The entry's own header must say what the table says. Answers where its content begins. */
  private int dataOf(ArchiveEntry entry, int at, int limit) throws RefusedException {
    if (entry.offset() != at || limit - at < HEADER || archive.getInt(at) != SIGNATURE) {
      throw new RefusedException("damaged: the entry " + entry.name() + " does not follow another");
    }
    int nameLength = Short.toUnsignedInt(archive.getShort(at + NAME_LENGTH));
    int data = at + HEADER + nameLength + Short.toUnsignedInt(archive.getShort(at + EXTRA_LENGTH));
    if (data > limit
        || !ArchiveEntry.name(archive, at + HEADER, nameLength).equals(entry.name())
        || archive.getShort(at + FLAGS) != (short) entry.flags()
        || archive.getShort(at + METHOD) != (short) entry.method()
        || !sizesAgree(entry, at)) {
      throw entry.damaged();
    }
    return data;
  }

  private boolean sizesAgree(ArchiveEntry entry, int at) {
    int crc = archive.getInt(at + CRC);
    int packed = archive.getInt(at + PACKED);
    int size = archive.getInt(at + SIZE);
    boolean none = entry.sizesFollow() && crc == 0 && packed == 0 && size == 0;
    return none || (crc == entry.crc() && packed == entry.packed() && size == entry.size());
  }

  private int endOfSizes(ArchiveEntry entry, int at, int limit) throws RefusedException {
    int sizes = limit - at >= SIZES && archive.getInt(at) == SIZES_SIGNATURE ? at + 4 : at;
    if (limit - sizes < SIZES
        || archive.getInt(sizes) != entry.crc()
        || archive.getInt(sizes + 4) != entry.packed()
        || archive.getInt(sizes + 8) != entry.size()) {
      throw entry.damaged();
    }
    return sizes + SIZES;
  }

  private void checkContent(ArchiveEntry entry, int data) throws IOException, RefusedException {
    if (!entry.name().equalsIgnoreCase(JarFile.MANIFEST_NAME)) {
      EntryContent.unpack(bytes, data, entry, (piece, from, length) -> {});
      return;
    }
    if (!entry.name().equals(JarFile.MANIFEST_NAME)) {
      // some would take it for the manifest, others not
      throw new RefusedException("damaged: an entry cannot be called " + entry.name());
    }
    if (entry.size() > LARGEST_MANIFEST) {
      throw new RefusedException("too large: its manifest has more than 1 MiB");
    }
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    EntryContent.unpack(bytes, data, entry, text::write);
    manifest = Optional.of(new Manifest(new ByteArrayInputStream(text.toByteArray())));
  }
}
