package org.polypath.daemon;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jars that lie in the deploy folder at the start. Who decided anything before they serve would
 * decide without their hardware entries and plug-ins, and change maps that are changed back a
 * moment later. The deployer runs this when it has looked at them. Any thread may call.
 */
@Component(
    immediate = true,
    service = {DeployedAtStart.class, Runnable.class},
    property = "polypath.deployed=true")
public final class DeployedAtStart implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(DeployedAtStart.class);
  private static final String FOLDER = "polypath.deploy.directory";

  /** A jar takes a tenth of a second; one that hangs on its start takes longer, and comes late. */
  private static final long PATIENCE_MILLIS = 10_000;

  private final CountDownLatch served;
  private final long patienceMillis;

  /** Sees whether there are any. */
  @Activate
  public DeployedAtStart(BundleContext context) {
    this(
        Optional.ofNullable(context.getProperty(FOLDER))
            .filter(folder -> !folder.isBlank())
            .map(Path::of),
        PATIENCE_MILLIS);
  }

  DeployedAtStart(Optional<Path> folder, long patienceMillis) {
    served = new CountDownLatch(folder.filter(DeployedAtStart::hasJars).isPresent() ? 1 : 0);
    this.patienceMillis = patienceMillis;
  }

  private static boolean hasJars(Path folder) {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
      return jars.iterator().hasNext();
    } catch (IOException e) {
      return false;
    }
  }

  /** They serve, or have been refused. */
  @Override
  public void run() {
    served.countDown();
  }

  /**
   * Returns when each of them serves or was refused; after ten seconds without them. At once when
   * there is none, and ever after.
   */
  void await() {
    try {
      if (!served.await(patienceMillis, TimeUnit.MILLISECONDS)) {
        LOG.warn("the deploy folder is not waited for any longer; ms: {}", patienceMillis);
        served.countDown();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
