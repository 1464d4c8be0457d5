package org.polypath.simulator.scenario;

import java.time.Duration;
import org.polypath.simulator.Fault;

/**
 * A fault that happens by itself.
 *
 * @param origin where the scenario says so, as {@code file:line}
 * @param at when, after the start
 * @param fault what
 */
public record TimedFault(String origin, Duration at, Fault fault) {}
