package org.polypath.linux.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResidentJarsTest {
  @TempDir private Path folder;

  private Path descriptors;
  private ResidentJars jars;

  @BeforeEach
  void noneOpen() throws IOException {
    descriptors = Files.createDirectory(folder.resolve("fd"));
    jars = new ResidentJars(descriptors);
  }

  @Test
  void eachOpenJarIsReadOnceHoweverOftenItIsOpen() throws IOException {
    open(3, file("one.jar", 5000));
    open(4, file("two.jar", 700));
    open(5, folder.resolve("one.jar"));
    open(6, file("other.log", 90));

    assertThat(jars.take()).isEqualTo(5700);
    assertThat(jars.take()).isZero();
  }

  @Test
  void whatComesLaterIsReadThen() throws IOException {
    open(3, file("one.jar", 100));
    jars.take();
    open(4, file("two.jar", 40));

    assertThat(jars.take()).isEqualTo(40);
  }

  @Test
  void whatWasClosedAndIsOpenedAgainIsReadAgain() throws IOException {
    open(3, file("one.jar", 100));
    jars.take();
    Files.delete(descriptors.resolve("3"));
    assertThat(jars.take()).isZero();
    open(3, folder.resolve("one.jar"));

    assertThat(jars.take()).isEqualTo(100);
  }

  @Test
  void aJarThatIsGoneMeanwhileIsNoTrouble() throws IOException {
    open(3, folder.resolve("gone.jar"));

    assertThat(jars.take()).isZero();
  }

  @Test
  void theRealOnesOfThisProcessCanBeRead() throws IOException {
    assertThat(new ResidentJars(Path.of("/proc/self/fd")).take()).isPositive();
  }

  private Path file(String name, int bytes) throws IOException {
    return Files.write(folder.resolve(name), new byte[bytes]);
  }

  private void open(int descriptor, Path file) throws IOException {
    Files.createSymbolicLink(descriptors.resolve(Integer.toString(descriptor)), file);
  }
}
