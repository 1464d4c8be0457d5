package org.polypath.simulator.workload;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.polypath.simulator.MapCounters;
import org.polypath.simulator.map.SimulatedMap;
import org.polypath.simulator.san.BlockRequest;
import org.polypath.simulator.san.BlockResult;
import org.polypath.simulator.timeline.Timeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An application on a map: a few readers and writers at random places, at a small rate, who verify
 * what they read. It keeps the map open. Timeline thread only.
 */
public final class Workload {
  private static final Logger LOG = LoggerFactory.getLogger(Workload.class);
  private static final int LANES = 2;
  private static final int BLOCKS = 256;
  private static final long START = 1 << 20;
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final SimulatedMap map;
  private final Timeline timeline;
  private final SplittableRandom random;
  private final List<WorkloadBlock> blocks;
  private final long start;
  private boolean running;
  private boolean failing;
  private int lanes;
  private long reads;
  private long writes;
  private long errors;
  private long mismatches;

  /** On a map; does nothing yet. */
  public Workload(SimulatedMap map, Timeline timeline) {
    this.map = map;
    this.timeline = timeline;
    random = new SplittableRandom(map.name().hashCode());
    start = map.bytes() < 2 * START ? 0 : START;
    int count = (int) Math.min(BLOCKS, (map.bytes() - start) / WorkloadBlock.SIZE);
    blocks = IntStream.range(0, Math.max(count, LANES)).mapToObj(WorkloadBlock::new).toList();
  }

  /** The map it works on. */
  public SimulatedMap map() {
    return map;
  }

  /** Whether I/O is generated now. */
  public boolean isRunning() {
    return running;
  }

  /** Opens the map and begins, unless it runs already. */
  public void start() {
    running = true;
    if (lanes == 0) {
      map.open();
    }
    while (lanes < LANES) {
      int processor = lanes++;
      timeline.after(Duration.ZERO, () -> step(processor));
    }
  }

  /** Ends when the I/O under way has come back; the map is closed then. */
  public void stop() {
    running = false;
  }

  private void step(int processor) {
    if (!running) {
      lanes--;
      if (lanes == 0) {
        map.close();
      }
      return;
    }
    WorkloadBlock block = idleBlock();
    block.setBusy(true);
    if (map.isReadOnly() || (block.isKnown() && random.nextBoolean())) {
      read(processor, block);
    } else {
      write(processor, block);
    }
  }

  /** There are at least as many blocks as lanes, so one is idle. */
  private WorkloadBlock idleBlock() {
    int first = random.nextInt(blocks.size());
    return IntStream.range(0, blocks.size())
        .mapToObj(step -> blocks.get((first + step) % blocks.size()))
        .filter(block -> !block.isBusy())
        .findFirst()
        .orElseThrow();
  }

  private void read(int processor, WorkloadBlock block) {
    map.submit(
        processor,
        BlockRequest.read(offset(block), WorkloadBlock.SIZE),
        finish(
            processor,
            block,
            done -> {
              reads++;
              if (block.isKnown() && !block.accepts(done.data())) {
                mismatches++;
                LOG.error(
                    "generated I/O: wrong content: map: {} at: {}", map.name(), offset(block));
              }
            }));
  }

  private void write(int processor, WorkloadBlock block) {
    map.submit(
        processor,
        BlockRequest.write(offset(block), block.nextVersion()),
        finish(
            processor,
            block,
            done -> {
              writes++;
              block.acknowledge();
            }));
  }

  private long offset(WorkloadBlock block) {
    return start + block.offset();
  }

  private Consumer<BlockResult> finish(
      int processor, WorkloadBlock block, Consumer<BlockResult.Done> success) {
    return result -> {
      result.accept(
          new BlockResult.Visitor<Boolean>() {
            @Override
            public Boolean done(BlockResult.Done done) {
              succeeded();
              success.accept(done);
              return Boolean.TRUE;
            }

            @Override
            public Boolean pathFailed(BlockResult.PathFailed failed) {
              return error(failed.reason());
            }

            @Override
            public Boolean refused(BlockResult.Refused refused) {
              return error(refused.reason());
            }
          });
      block.setBusy(false);
      timeline.after(PAUSE, () -> step(processor));
    };
  }

  private Boolean error(String reason) {
    errors++;
    if (!failing) {
      LOG.warn("generated I/O: errors begin: map: {} reason: {}", map.name(), reason);
    }
    failing = true;
    return Boolean.FALSE;
  }

  private void succeeded() {
    if (failing) {
      LOG.info("generated I/O: errors end: map: {} errors so far: {}", map.name(), errors);
    }
    failing = false;
  }

  /** What it has seen so far. */
  public MapCounters counters() {
    return new MapCounters(map.name(), running, reads, writes, errors, mismatches, map.waiting());
  }
}
