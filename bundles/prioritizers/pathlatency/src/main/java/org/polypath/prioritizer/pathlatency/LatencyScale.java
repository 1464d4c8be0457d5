package org.polypath.prioritizer.pathlatency;

import java.util.Optional;

/**
 * How latencies become priorities.
 *
 * @param reads how many reads are timed, 20 to 200
 * @param base the factor between the latencies of two neighbouring priorities, 1.1 to 10
 */
record LatencyScale(int reads, double base) {
  private static final int FEWEST_READS = 20;
  private static final int MOST_READS = 200;
  private static final double LEAST_BASE = 1.1;
  private static final double GREATEST_BASE = 10;

  /** Used if nothing is said. Its base is the fourth root of 10. */
  static final LatencyScale USUAL = new LatencyScale(100, 1.77827941);

  private static final double LONGEST_MICROSECONDS = 1e8;

  /**
   * Reads {@code io_num=N base_num=X}, each of which may be missing; empty if anything is wrong.
   */
  static Optional<LatencyScale> parse(String arguments) {
    LatencyScale scale = USUAL;
    try {
      for (String word : arguments.strip().split("\\s+", -1)) {
        if (word.startsWith("io_num=")) {
          scale = new LatencyScale(Integer.parseInt(word.substring(7)), scale.base);
        } else if (word.startsWith("base_num=")) {
          scale = new LatencyScale(scale.reads, Double.parseDouble(word.substring(9)));
        } else if (!word.isEmpty()) {
          return Optional.empty();
        }
      }
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
    return scale.isInBounds() ? Optional.of(scale) : Optional.empty();
  }

  private boolean isInBounds() {
    return reads >= FEWEST_READS
        && reads <= MOST_READS
        && base >= LEAST_BASE
        && base <= GREATEST_BASE;
  }

  /** The logarithm of a latency; less than a microsecond counts as one. */
  double logarithm(long nanoseconds) {
    return Math.log(Math.max(1, nanoseconds / 1000.0)) / Math.log(base);
  }

  /** The priority of an average of logarithms: 0 from 100 seconds on. */
  int priority(double average) {
    double longest = Math.log(LONGEST_MICROSECONDS) / Math.log(base);
    // a hair more, so that a latency of exactly a power of the base is not rounded below it
    return (int) Math.max(0, longest - average + 1e-9);
  }

  /** The latency in microseconds that an average of logarithms stands for. */
  long microseconds(double average) {
    return Math.round(Math.pow(base, average));
  }
}
