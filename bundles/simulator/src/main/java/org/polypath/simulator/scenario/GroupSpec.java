package org.polypath.simulator.scenario;

import org.polypath.simulator.AccessState;

/**
 * A target port group of a scenario.
 *
 * @param number its number, 0 to 65535
 * @param state its state at the start
 * @param preferred whether the array sets the PREF bit for it
 */
public record GroupSpec(int number, AccessState state, boolean preferred) {}
