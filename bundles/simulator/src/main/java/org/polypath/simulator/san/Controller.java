package org.polypath.simulator.san;

/** A controller of an array. */
record Controller(String name, Link link) {}
