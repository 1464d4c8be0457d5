package org.polypath.deployer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployFolderTest {
  private static final int STICKY = 01000;

  @TempDir Path path;

  @BeforeEach
  void ownTheFolder() throws IOException {
    permit(path, "rwxr-xr-x");
  }

  private static void permit(Path file, String permissions) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private Path file(String name) throws IOException {
    Path file = Files.writeString(path.resolve(name), "content");
    permit(file, "rw-r--r--");
    return file;
  }

  @Test
  void onlyVisibleJarsCount() throws IOException {
    file("a.jar");
    file(".b.jar");
    file("c.jar.tmp");

    assertThat(new DeployFolder(path).jars()).containsOnlyKeys("a.jar");
  }

  @Test
  void aFolderThatOthersCanWriteIsObjectedTo() throws IOException {
    permit(path, "rwxr-xrwx");

    assertThat(new DeployFolder(path).objection())
        .hasValueSatisfying(why -> assertThat(why).contains("others").contains("chmod"));
  }

  @Test
  void aFolderOfOnesOwnIsFine() {
    assertThat(new DeployFolder(path).objection()).isEmpty();
  }

  @Test
  void aMissingFolderAndAFileAreObjectedTo() throws IOException {
    assertThat(new DeployFolder(path.resolve("none")).objection()).contains("it does not exist");
    assertThat(new DeployFolder(file("a.jar")).objection()).contains("it is no directory");
  }

  @Test
  void aFileThatOthersCanWriteIsRefused() throws IOException {
    permit(file("a.jar"), "rw-r--rw-");

    assertThatThrownBy(() -> new DeployFolder(path).read("a.jar"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("others");
  }

  @Test
  void aLinkIsRefused() throws IOException {
    Files.createSymbolicLink(path.resolve("a.jar"), file("elsewhere"));

    assertThatThrownBy(() -> new DeployFolder(path).read("a.jar"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("links are not followed");
  }

  @Test
  void theWholeFileIsRead() throws IOException, RefusedException {
    file("a.jar");

    assertThat(new DeployFolder(path).read("a.jar")).asString().isEqualTo("content");
  }

  @Test
  void moreThanAPlugInHasIsNotRead() throws IOException {
    try (RandomAccessFile large = new RandomAccessFile(file("a.jar").toFile(), "rw")) {
      large.setLength((16 << 20) + 1);
    }

    assertThatThrownBy(() -> new DeployFolder(path).read("a.jar"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("more than 16 MiB");
    assertThatThrownBy(() -> DeployFolder.readAnywhere(path.resolve("a.jar")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("more than 16 MiB");
  }

  @Test
  void whatIsNoFileIsNotReadWhereverItLies() {
    assertThatThrownBy(() -> DeployFolder.readAnywhere(Path.of("/dev/zero")))
        .isInstanceOf(RefusedException.class)
        .hasMessage("/dev/zero: it is no file");
    assertThatThrownBy(() -> DeployFolder.readAnywhere(path.resolve("none.jar")))
        .isInstanceOf(RefusedException.class)
        .hasMessage(path.resolve("none.jar") + ": there is no such file");
  }

  @Test
  void aFolderThatOthersCanPutAnotherInThePlaceOfIsObjectedTo() throws IOException {
    Path above = Files.createDirectory(path.resolve("above"));
    Path folder = Files.createDirectories(above.resolve("deploy"));
    permit(folder, "rwxr-xr-x");
    permit(above, "rwxrwxrwx");

    assertThat(new DeployFolder(folder).objection())
        .hasValue(above.toRealPath() + " above it: others than its owner can write it: chmod go-w");
  }

  @Test
  void whereOthersOnlyAddNamesTheyPutNothingInItsPlace() throws IOException {
    Path above = Files.createDirectory(path.resolve("above"));
    Path folder = Files.createDirectories(above.resolve("deploy"));
    permit(folder, "rwxr-xr-x");
    Files.setAttribute(above, "unix:mode", STICKY | 0777);

    assertThat(new DeployFolder(folder).objection()).isEmpty();
  }

  @Test
  void aLinkToAFolderIsObjectedTo() throws IOException {
    Path link = Files.createSymbolicLink(path.resolve("link"), path);

    assertThat(new DeployFolder(link).objection()).hasValue("it is a link: name the folder itself");
  }

  @Test
  void aFileIsAnotherOnceItsOwnerOrPermissionsAre() throws IOException {
    Path file = file("a.jar");
    permit(file, "rw-r--rw-");
    FileStamp before = new DeployFolder(path).jars().get("a.jar");
    await()
        .until(
            () -> {
              permit(file, "rw-r--r--");
              return !new DeployFolder(path).jars().get("a.jar").equals(before);
            });
  }

  @Test
  void aFileIsAnotherOnceItsContentIsWhateverItsTimeAndSizeSay() throws IOException {
    Path file = file("a.jar");
    FileTime time = Files.getLastModifiedTime(file);
    FileStamp before = new DeployFolder(path).jars().get("a.jar");
    await()
        .until(
            () -> {
              Files.writeString(file, "CONTENT");
              Files.setLastModifiedTime(file, time);
              return !new DeployFolder(path).jars().get("a.jar").equals(before);
            });
  }
}
