package org.polypath.simulator.scenario;

/**
 * A LUN of a scenario.
 *
 * @param number logical unit number, 0 to 16383
 * @param naa its NAA designator: 32 hexadecimal digits, the first of them 6
 * @param serial unit serial number
 * @param bytes its size, a multiple of 512
 * @param owner name of the controller that it belongs to; empty if the array has none
 */
public record UnitSpec(long number, String naa, String serial, long bytes, String owner) {}
