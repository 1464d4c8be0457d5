package org.polypath.simulator;

/**
 * What a path has carried since the SAN was started.
 *
 * @param path its name, for instance {@code sda}
 * @param transfers reads and writes of maps that came back, well or not
 * @param errors those of them that failed on the path
 * @param inFlight reads and writes of maps that have not come back
 * @param commands other SCSI commands and reads, those of checkers and prioritizers
 */
public record PathCounters(String path, long transfers, long errors, int inFlight, long commands) {}
