package org.polypath.simulator.san;

/**
 * A target port of an array.
 *
 * @param name its name within the array
 * @param relative relative target port identifier
 * @param worldWideName the transport's name of it
 */
record TargetPort(
    String name,
    int relative,
    String worldWideName,
    Controller controller,
    PortGroup group,
    Link link) {}
