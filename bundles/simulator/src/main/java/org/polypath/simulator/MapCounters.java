package org.polypath.simulator;

/**
 * What the generated I/O of a map has seen since it was first started.
 *
 * @param map the map's name
 * @param running whether I/O is generated now
 * @param reads reads that succeeded
 * @param writes writes that succeeded
 * @param errors I/O errors that reached the application
 * @param mismatches reads that returned other data than was written
 * @param queued I/Os that wait in the map now because it has no path or is suspended
 */
public record MapCounters(
    String map,
    boolean running,
    long reads,
    long writes,
    long errors,
    long mismatches,
    int queued) {}
