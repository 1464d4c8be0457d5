package org.polypath.simulator.scenario;

/**
 * A target port of a scenario.
 *
 * @param name its name within the array
 * @param controller the controller it sits on
 * @param group number of its target port group
 * @param relative relative target port identifier, from 1
 */
public record PortSpec(String name, String controller, int group, int relative) {}
